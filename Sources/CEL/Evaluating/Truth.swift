/// What a condition came to.
enum Truth {
    case yes
    case no
    /// An error or an unknown.
    case open(Value)
}

extension Step {
    /// Returns the value as a condition; anything but a boolean is an error, or unknown if empty.
    @inline(__always)
    func truth(_ activation: inout Activation) -> Truth {
        let value = evaluate(&activation)
        if case .bool(let bool) = value { return bool ? .yes : .no }
        return .open(notBoolean(value, &activation))
    }

    private func notBoolean(_ value: Value, _ activation: inout Activation) -> Value {
        switch value {
        case .error, .unknown: value
        case .null where activation.nullOperands == .unknown: .unknown(absence(&activation))
        default: failure("expected a bool, found `\(value.type)`")
        }
    }
}
