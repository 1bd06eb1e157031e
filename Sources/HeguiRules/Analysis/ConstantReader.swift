import CEL

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
        case .literal(let literal): return literal
        case .expression(let expression):
            let params = ExpressionEnvironment.paramsTypeName
            guard expression.checked.variables.isSubset(of: [params]) else { return nil }
            let program = environment.plan(expression.checked, variables: [params])
            let value = program.evaluate([.object(TrialParameters(pack.parameters))])
            return NumberValue(value)?.ratio
        }
    }
}
