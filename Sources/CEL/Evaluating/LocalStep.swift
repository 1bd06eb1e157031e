/// A variable of a macro.
final class LocalStep: Step {
    let slot: Int
    let range: Range<Int>
    /// Where the value comes from, if it is the value of one expression.
    let source: (any Step)?

    init(_ slot: Int, _ range: Range<Int>, source: (any Step)?) {
        self.slot = slot
        self.range = range
        self.source = source
    }

    func evaluate(_ activation: inout Activation) -> Value { activation.locals[slot] }

    func absence(_ activation: inout Activation) -> Unknown {
        source?.absence(&activation) ?? Unknown(causes: [])
    }
}
