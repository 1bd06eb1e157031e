/// A value that is known before evaluating.
final class ConstantStep: Step {
    let value: Value
    let range: Range<Int>

    init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value { value }
}

/// A variable of the program.
final class VariableStep: Step {
    let index: Int
    let range: Range<Int>

    init(_ index: Int, _ range: Range<Int>) {
        self.index = index
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value { frame.arguments[index] }
}

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

    func evaluate(_ frame: inout Frame) -> Value { frame.locals[slot] }

    func absence(_ frame: inout Frame) -> Unknown {
        source?.absence(&frame) ?? Unknown(causes: [])
    }
}

/// `c ? a : b`, of which only one branch is evaluated.
final class ConditionalStep: Step {
    let condition: any Step
    let first: any Step
    let second: any Step
    let range: Range<Int>

    init(_ condition: any Step, _ first: any Step, _ second: any Step, _ range: Range<Int>) {
        self.condition = condition
        self.first = first
        self.second = second
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value {
        switch condition.truth(&frame) {
        case .yes: first.evaluate(&frame)
        case .no: second.evaluate(&frame)
        case .open(let value): value
        }
    }

    func absence(_ frame: inout Frame) -> Unknown {
        switch condition.truth(&frame) {
        case .yes: first.absence(&frame)
        case .no: second.absence(&frame)
        case .open: Unknown(causes: [])
        }
    }
}

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

    func evaluate(_ frame: inout Frame) -> Value {
        frame.locals[slot] = value.evaluate(&frame)
        return body.evaluate(&frame)
    }

    func absence(_ frame: inout Frame) -> Unknown { body.absence(&frame) }
}

/// A name without meaning, in an expression that was not checked.
final class UnresolvedStep: Step {
    let message: String
    let range: Range<Int>

    init(_ message: String, _ range: Range<Int>) {
        self.message = message
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value { failure(message) }
}
