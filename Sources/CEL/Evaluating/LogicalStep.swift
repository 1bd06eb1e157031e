/// `a && b && …` or `a || b || …`: one deciding operand absorbs errors and unknowns of the others.
final class LogicalStep: Step {
    let isAnd: Bool
    let operands: [any Step]
    let range: Range<Int>

    init(isAnd: Bool, _ operands: [any Step], _ range: Range<Int>) {
        self.isAnd = isAnd
        self.operands = operands
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        var abnormal = AbnormalValues()
        for operand in operands {
            switch operand.truth(&activation) {
            case .yes: if !isAnd { return .bool(true) }
            case .no: if isAnd { return .bool(false) }
            case .open(let value): abnormal.add(value)
            }
        }
        return abnormal.merged ?? .bool(isAnd)
    }
}
