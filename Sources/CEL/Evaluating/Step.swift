/// A node of a program: a part of an expression whose names are all resolved.
protocol Step: AnyObject, Sendable {
    /// UTF-8 offsets of the part, for errors.
    var range: Range<Int> { get }

    /// Returns the value, which may be an error or an unknown.
    func evaluate(_ activation: inout Activation) -> Value

    /// Returns the data that are missing. Called only after the value was `null`.
    func absence(_ activation: inout Activation) -> Unknown

    /// The value, if it is known when the program is planned.
    var constant: Value? { get }
}

extension Step {
    var constant: Value? { nil }

    func absence(_ activation: inout Activation) -> Unknown { Unknown(causes: []) }

    /// Returns `value`. Gives an error the place of this step if it has none.
    func located(_ value: Value) -> Value {
        guard case .error(var error) = value, error.range == nil else { return value }
        error.range = range
        return .error(error)
    }

    func failure(_ message: String) -> Value {
        .error(EvaluationError(message: message, range: range))
    }

    /// Returns the result for the value of an operand that has the wrong type: an error or an unknown
    /// as it is, an unknown for `null` if the environment asks for that, else an error.
    func refusal(
        of value: Value, from operand: any Step, _ activation: inout Activation,
        _ message: @autoclosure () -> String
    ) -> Value {
        if value.isAbnormal { return value }
        return CallStep.absence(of: [value], [operand], &activation) ?? failure(message())
    }
}

/// The value of a condition.
enum Truth {
    case yes
    case no
    /// An error or an unknown.
    case unsettled(Value)
}

extension Step {
    /// Returns the value as a condition. Any other type is an error, and `null` may be an unknown.
    @inline(__always)
    func truth(_ activation: inout Activation) -> Truth {
        let value = evaluate(&activation)
        if case .bool(let bool) = value { return bool ? .yes : .no }
        return .unsettled(notBoolean(value, &activation))
    }

    private func notBoolean(_ value: Value, _ activation: inout Activation) -> Value {
        switch value {
        case .error, .unknown: value
        case .null where activation.nullOperands == .unknown: .unknown(absence(&activation))
        default: failure("expected a bool, found `\(value.type)`")
        }
    }
}
