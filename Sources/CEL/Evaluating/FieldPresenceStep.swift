/// `has(a.b)` of a host's record: whether the field has a value.
final class FieldPresenceStep: Step {
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
        if case .object(let object) = value {
            let field = object.field(at: index)
            return field.isAbnormal ? field : .bool(!field.isNull)
        }
        if value.isAbnormal { return value }
        if let unknown = CallStep.absence(of: [value], [operand], &activation) { return unknown }
        return failure("a value of type `\(value.type)` has no fields")
    }
}
