import CEL
import HeguiCalendar

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
            let params = ExpressionEnvironment.paramsTypeName
            guard expression.checked.variables.isSubset(of: [params]) else { return nil }
            return NumberValue(value(of: expression.checked))?.ratio
        }
    }

    /// Returns the number, or that of the day, which a part gives that reads literals and
    /// parameters only; nil where its value depends on the day.
    func value(of id: CEL.Expression.ID, in checked: CheckedExpression) -> Ratio? {
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
