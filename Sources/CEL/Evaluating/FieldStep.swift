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

    func evaluate(_ frame: inout Frame) -> Value {
        let value = operand.evaluate(&frame)
        if case .object(let object) = value { return object.field(at: index) }
        if value.isAbnormal { return value }
        if let unknown = CallStep.absence(of: [value], [operand], &frame) { return unknown }
        return failure("a value of type `\(value.type)` has no fields")
    }

    func absence(_ frame: inout Frame) -> Unknown {
        guard case .object(let object) = operand.evaluate(&frame) else {
            return Unknown(causes: [])
        }
        return Unknown(causes: [object.cause(ofField: index)])
    }
}
