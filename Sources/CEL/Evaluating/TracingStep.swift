/// Records the value of a step. Occurs only in programs that are planned for a trace.
final class TracingStep: Step {
    let inner: any Step
    let id: SyntaxNode.ID

    init(_ inner: any Step, _ id: SyntaxNode.ID) {
        self.inner = inner
        self.id = id
    }

    var range: Range<Int> { inner.range }
    var constant: Value? { inner.constant }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = inner.evaluate(&activation)
        activation.recorder?.record(id, value)
        return value
    }

    func absence(_ activation: inout Activation) -> Unknown {
        let recorder = activation.recorder
        activation.recorder = nil
        defer { activation.recorder = recorder }
        return inner.absence(&activation)
    }
}

/// A constant that was calculated while planning, in a program that is planned for a trace. It is
/// evaluated again for the values of its parts, which costs the evaluation nothing: a trace has to
/// come to the same result as an evaluation that finds only the constant.
final class FoldedStep: Step {
    private let step: any Step
    private let value: Value
    /// The steps of evaluating it, without those of the constants in it.
    private let cost: Int

    init(_ step: any Step, value: Value, cost: Int) {
        self.step = step
        self.value = value
        self.cost = cost
    }

    var range: Range<Int> { step.range }
    var constant: Value? { value }

    func evaluate(_ activation: inout Activation) -> Value {
        activation.recordParts(of: step, cost: cost)
        return value
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
