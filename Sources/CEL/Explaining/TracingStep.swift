/// Records the value of a step; only in programs that are planned for a trace.
final class TracingStep: Step {
    let inner: any Step
    let id: SyntaxNode.ID

    init(_ inner: any Step, _ id: SyntaxNode.ID) {
        self.inner = inner
        self.id = id
    }

    var range: Range<Int> { inner.range }

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
