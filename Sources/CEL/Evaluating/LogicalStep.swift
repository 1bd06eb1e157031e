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

    func evaluate(_ frame: inout Frame) -> Value {
        var outcome = Outcome()
        for operand in operands {
            switch operand.truth(&frame) {
            case .yes: if !isAnd { return .bool(true) }
            case .no: if isAnd { return .bool(false) }
            case .open(let value): outcome.add(value)
            }
        }
        return outcome.abnormal ?? .bool(isAnd)
    }
}
