/// An expression that is planned once and can be evaluated many times.
public struct Program: Sendable {
    /// The variables, in the order in which `evaluate` takes their values.
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

    /// Returns the value for `arguments`, which are the values of `variables`. Errors and unknowns are
    /// values too.
    ///
    /// Complexity: O(n) in the number of nodes without macros that visit elements. With them it is
    /// bounded by `ResourceLimits.cost` and `ResourceLimits.comprehensionSteps`.
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
