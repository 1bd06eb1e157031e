import CEL
import HeguiCalendar
import HeguiPack

/// Reads figures that a pack states, as literals or through parameters.
struct ConstantReader {
    private let pack: Pack
    private let environment: Environment

    init(_ pack: Pack) {
        self.pack = pack
        environment = ExpressionEnvironment(
            layouts: pack.layouts, parameters: pack.parameters, calendar: pack.calendar,
            counting: pack.counting, given: { _ in true }
        ).environment(scope: [])
    }

    /// Returns the number, or nil where it depends on the subject or the day.
    func value(_ operand: Operand<Ratio>) -> Ratio? {
        switch operand {
        case .literal(let literal, _): return literal
        case .expression(let expression):
            return stated(expression).flatMap { NumberValue($0)?.ratio }
        }
    }

    /// Returns the day, or nil where it depends on the subject or the as-of day.
    func value(_ operand: Operand<Day>) -> Day? {
        if let literal = operand.literal { return literal }
        guard case .opaque(let day as DayValue)? = stated(operand.expression) else { return nil }
        return day.days.day
    }

    /// Returns the length, or nil where it depends on the subject or the day.
    func value(_ operand: Operand<PeriodLength>) -> PeriodLength? {
        if let literal = operand.literal { return literal }
        guard case .opaque(let length as LengthValue)? = stated(operand.expression) else {
            return nil
        }
        return length.length
    }

    private func stated(_ expression: Expression?) -> Value? {
        guard let expression,
            expression.checked.variables.isSubset(of: [ExpressionEnvironment.paramsTypeName])
        else { return nil }
        return value(of: expression.checked)
    }

    /// Returns the number, or that of the day, which a part gives that reads literals and
    /// parameters only; nil where its value depends on the day.
    func value(of id: SyntaxNode.ID, in checked: CheckedExpression) -> Ratio? {
        guard let part = try? environment.compile(checked.text(of: id)) else { return nil }
        switch value(of: part) {
        case .opaque(let day as DayValue): return day.days.day.map { Ratio(Int64($0.number)) }
        case let value: return NumberValue(value)?.ratio
        }
    }

    private func value(of checked: CheckedExpression) -> Value {
        let program = environment.plan(
            checked, variables: [ExpressionEnvironment.paramsTypeName])
        return program.evaluate([.object(TrialParameters(pack.parameters))])
    }
}
