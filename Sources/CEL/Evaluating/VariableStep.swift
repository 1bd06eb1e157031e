/// A variable of the program.
final class VariableStep: Step {
    let index: Int
    let range: Range<Int>

    init(_ index: Int, _ range: Range<Int>) {
        self.index = index
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value { activation.arguments[index] }
}
