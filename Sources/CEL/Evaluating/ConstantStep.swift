/// A value that is known before evaluating.
final class ConstantStep: Step {
    let value: Value
    /// Whether the expression has it as a literal; otherwise it was calculated beforehand, which
    /// may make evaluating quicker but nothing else different.
    let isWritten: Bool
    let range: Range<Int>

    init(_ value: Value, _ range: Range<Int>, isWritten: Bool = true) {
        self.value = value
        self.isWritten = isWritten
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value { value }
}
