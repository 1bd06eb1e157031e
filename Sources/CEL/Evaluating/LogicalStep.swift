/// `a && b && …` or `a || b || …`. An operand that decides absorbs errors and unknowns of others.
final class LogicalStep: Step {
    let isAnd: Bool
    let operands: [any Step]
    let range: Range<Int>

    init(isAnd: Bool, _ operands: [any Step], at range: Range<Int>) {
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
            case .unsettled(let value): abnormal.add(value)
            }
        }
        return abnormal.merged ?? .bool(isAnd)
    }
}

/// `c ? a : b`. Only one branch is evaluated.
final class ConditionalStep: Step {
    let condition: any Step
    let first: any Step
    let second: any Step
    let range: Range<Int>

    init(_ condition: any Step, first: any Step, second: any Step, at range: Range<Int>) {
        self.condition = condition
        self.first = first
        self.second = second
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        switch condition.truth(&activation) {
        case .yes: first.evaluate(&activation)
        case .no: second.evaluate(&activation)
        case .unsettled(let value): value
        }
    }

    func absence(_ activation: inout Activation) -> Unknown {
        switch condition.truth(&activation) {
        case .yes: first.absence(&activation)
        case .no: second.absence(&activation)
        case .unsettled: Unknown(causes: [])
        }
    }
}
