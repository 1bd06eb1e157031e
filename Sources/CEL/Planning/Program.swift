/// An expression ready to run many times.
public struct Program: Sendable {
    /// The order in which `evaluate` takes its arguments.
    public let variables: [String]
    let step: any Step
    let expression: CheckedExpression
    let declarations: Declarations
    let nullOperands: NullOperands
    let limits: ResourceLimits

    init(
        _ expression: CheckedExpression, variables: [String], declarations: Declarations,
        nullOperands: NullOperands, limits: ResourceLimits
    ) {
        var planner = ProgramPlanner(expression, declarations: declarations, variables: variables)
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
    /// Complexity: bounded by `ResourceLimits.cost` and `ResourceLimits.comprehensionSteps`; without comprehensions O(n) in the expression's nodes.
    public func evaluate(_ arguments: [Value]) -> Value {
        guard arguments.count == variables.count else {
            return .failure("expected \(variables.count) arguments, found \(arguments.count)")
        }
        var activation = Activation(
            arguments: arguments, localCapacity: expression.localCapacity,
            nullOperands: nullOperands, limits: limits)
        let value = step.evaluate(&activation)
        return activation.result(value, at: step.range)
    }
}
