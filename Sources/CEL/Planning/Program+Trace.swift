extension Program {
    /// Returns the value for `arguments` with those of all parts of the expression.
    ///
    /// The program is planned anew for it, so that `evaluate` pays nothing.
    /// Complexity: that of `Environment.plan` and of `evaluate`.
    public func trace(_ arguments: [Value]) -> Trace {
        var planner = Planner(
            expression, declarations: declarations, variables: variables, isTracing: true)
        let step = planner.plan()
        var frame = Frame(
            arguments: arguments, localCapacity: expression.localCapacity,
            nullOperands: nullOperands, limits: limits)
        frame.recorder = TraceRecorder()
        guard arguments.count == variables.count else {
            return Trace(expression, evaluate(arguments), [])
        }
        let value = step.evaluate(&frame)
        return Trace(expression, frame.outcome(value, of: step), frame.recorder?.records ?? [])
    }
}
