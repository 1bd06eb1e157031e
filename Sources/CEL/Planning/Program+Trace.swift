extension Program {
    /// Returns the value for `arguments` with those of all parts of the expression.
    ///
    /// The program is planned anew for it, so that `evaluate` pays nothing.
    /// Complexity: that of `Environment.plan` and of `evaluate`.
    public func trace(_ arguments: [Value]) -> EvaluationTrace {
        var planner = ProgramPlanner(
            expression, declarations: declarations, variables: variables, isTracing: true)
        let step = planner.plan()
        var activation = Activation(
            arguments: arguments, localCapacity: expression.localCapacity,
            nullOperands: nullOperands, limits: limits)
        activation.recorder = TraceRecorder()
        guard arguments.count == variables.count else {
            return EvaluationTrace(expression, evaluate(arguments), [])
        }
        let value = step.evaluate(&activation)
        return EvaluationTrace(
            expression, activation.result(value, of: step), activation.recorder?.records ?? [])
    }
}
