/// `cel.bind`: the value is evaluated once, before the body.
final class BindingStep: Step {
    let slot: Int
    let value: any Step
    let body: any Step
    let range: Range<Int>

    init(_ slot: Int, _ value: any Step, _ body: any Step, _ range: Range<Int>) {
        self.slot = slot
        self.value = value
        self.body = body
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        activation.locals[slot] = value.evaluate(&activation)
        return body.evaluate(&activation)
    }

    func absence(_ activation: inout Activation) -> Unknown { body.absence(&activation) }
}
