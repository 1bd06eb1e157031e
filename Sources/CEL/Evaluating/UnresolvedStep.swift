/// A name without meaning, in an expression that was not checked.
final class UnresolvedStep: Step {
    let message: String
    let range: Range<Int>

    init(_ message: String, _ range: Range<Int>) {
        self.message = message
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value { failure(message) }
}
