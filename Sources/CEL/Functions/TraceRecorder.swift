/// Keeps the values of nodes in the order in which they were evaluated.
struct TraceRecorder {
    private(set) var records: [(id: SyntaxNode.ID, value: Value)] = []
    /// The rest of the steps that may be spent on the parts of constants.
    fileprivate var constantCost = 100_000
    private static let limit = 100_000

    mutating func record(_ id: SyntaxNode.ID, _ value: Value) {
        if records.count < Self.limit { records.append((id, value)) }
    }
}

extension Activation {
    /// Records the values of the parts of `step`, a constant that takes `cost` steps, if the evaluation
    /// is traced. Charges nothing. Records nothing once the constants of a trace have taken too much.
    mutating func recordParts(of step: any Step, cost: Int) {
        guard var parts = recorder, parts.constantCost >= cost else { return }
        parts.constantCost -= cost
        recorder = nil
        var activation = Activation(
            arguments: [], localCapacity: locals.count, nullOperands: .error,
            limits: ResourceLimits())
        activation.recorder = parts
        _ = step.evaluate(&activation)
        recorder = activation.recorder
    }
}
