/// A field of a host's record, read by its index.
final class FieldStep: Step {
    let operand: any Step
    let index: Int
    let range: Range<Int>

    init(_ operand: any Step, _ index: Int, _ range: Range<Int>) {
        self.operand = operand
        self.index = index
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = operand.evaluate(&activation)
        if case .object(let object) = value { return object.field(at: index) }
        if value.isAbnormal { return value }
        if let unknown = CallStep.absence(of: [value], [operand], &activation) { return unknown }
        return failure("a value of type `\(value.type)` has no fields")
    }

    func absence(_ activation: inout Activation) -> Unknown {
        guard case .object(let object) = operand.evaluate(&activation) else {
            return Unknown(causes: [])
        }
        return Unknown(causes: [object.cause(ofField: index)])
    }
}
