/// A value that is known before evaluating.
final class ConstantStep: Step {
    let value: Value
    let range: Range<Int>

    init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value { value }
}
