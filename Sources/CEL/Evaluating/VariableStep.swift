/// A variable of the program.
final class VariableStep: Step {
    let index: Int
    let range: Range<Int>

    init(_ index: Int, at range: Range<Int>) {
        self.index = index
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value { activation.arguments[index] }
}

/// A variable of a macro.
final class LocalStep: Step {
    let slot: Int
    let range: Range<Int>
    /// The step that the variable of `cel.bind` stands for; nil for variables of other macros.
    let source: (any Step)?

    init(_ slot: Int, at range: Range<Int>, source: (any Step)?) {
        self.slot = slot
        self.range = range
        self.source = source
    }

    func evaluate(_ activation: inout Activation) -> Value { activation.locals[slot] }

    func absence(_ activation: inout Activation) -> Unknown {
        source?.absence(&activation) ?? Unknown(causes: [])
    }
}

/// `cel.bind`. The value is evaluated once, before the body.
final class BindingStep: Step {
    let slot: Int
    let value: any Step
    let body: any Step
    let range: Range<Int>

    init(slot: Int, value: any Step, body: any Step, at range: Range<Int>) {
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

/// A value that is known when the program is planned.
final class ConstantStep: Step {
    let value: Value
    /// Whether it is a literal of the expression. A value that was calculated while planning may make
    /// evaluation quicker, but must not change its result.
    let isWritten: Bool
    let range: Range<Int>

    init(_ value: Value, at range: Range<Int>, isWritten: Bool = true) {
        self.value = value
        self.isWritten = isWritten
        self.range = range
    }

    var constant: Value? { value }

    func evaluate(_ activation: inout Activation) -> Value { value }
}

/// A name without meaning, in an expression that was not checked.
final class UnresolvedStep: Step {
    let message: String
    let range: Range<Int>

    init(_ message: String, at range: Range<Int>) {
        self.message = message
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value { failure(message) }
}
