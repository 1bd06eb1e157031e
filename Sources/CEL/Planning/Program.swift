/// An expression ready to run many times.
public struct Program: Sendable {
    /// The order in which `evaluate` takes its arguments.
    public let variables: [String]
    let step: any Step
    let expression: CheckedExpression
    let declarations: Declarations
    let nullOperands: Environment.NullOperands
    let limits: Limits

    init(
        _ expression: CheckedExpression, variables: [String], declarations: Declarations,
        nullOperands: Environment.NullOperands, limits: Limits
    ) {
        var planner = Planner(expression, declarations: declarations, variables: variables)
        step = planner.plan()
        self.variables = variables
        self.expression = expression
        self.declarations = declarations
        self.nullOperands = nullOperands
        self.limits = limits
    }

    /// Returns the value for `arguments`, one for each of `variables`; errors and unknowns are
    /// values.
    ///
    /// Complexity: bounded by `Limits.cost` and `Limits.comprehensionSteps`; without comprehensions O(n) in the expression's nodes.
    public func evaluate(_ arguments: [Value]) -> Value {
        guard arguments.count == variables.count else {
            return .failure("expected \(variables.count) arguments, found \(arguments.count)")
        }
        var frame = Frame(
            arguments: arguments, localCapacity: expression.localCapacity,
            nullOperands: nullOperands, limits: limits)
        let value = step.evaluate(&frame)
        return frame.outcome(value, of: step)
    }
}
