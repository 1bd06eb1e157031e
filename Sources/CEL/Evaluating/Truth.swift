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
    func truth(_ frame: inout Frame) -> Truth {
        let value = evaluate(&frame)
        if case .bool(let bool) = value { return bool ? .yes : .no }
        return .open(notBoolean(value, &frame))
    }

    private func notBoolean(_ value: Value, _ frame: inout Frame) -> Value {
        switch value {
        case .error, .unknown: value
        case .null where frame.nullOperands == .unknown: .unknown(absence(&frame))
        default: failure("expected a bool, found `\(value.type)`")
        }
    }
}
