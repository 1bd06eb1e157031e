/// Records the value of a step; only in programs that are planned for a trace.
final class TracingStep: Step {
    let inner: any Step
    let id: Expression.ID

    init(_ inner: any Step, _ id: Expression.ID) {
        self.inner = inner
        self.id = id
    }

    var range: Range<Int> { inner.range }

    func evaluate(_ frame: inout Frame) -> Value {
        let value = inner.evaluate(&frame)
        frame.recorder?.record(id, value)
        return value
    }

    func absence(_ frame: inout Frame) -> Unknown {
        let recorder = frame.recorder
        frame.recorder = nil
        defer { frame.recorder = recorder }
        return inner.absence(&frame)
    }
}
