/// The errors and unknowns that were met among the operands of an operation.
///
/// Unknowns are merged and come before errors; of several errors the first counts.
struct AbnormalValues {
    private var unknown: Unknown?
    private var error: Value?

    /// What the operation returns: an unknown, else an error, else nil if none was met.
    var merged: Value? {
        unknown.map { .unknown($0) } ?? error
    }

    /// Adds `value` if it is an error or an unknown; returns whether it is one.
    @inline(__always)
    mutating func take(_ value: Value) -> Bool {
        switch value {
        case .error, .unknown:
            add(value)
            return true
        default: return false
        }
    }

    /// Adds `value` if it is an error or an unknown.
    mutating func add(_ value: Value) {
        switch value {
        case .unknown(let other):
            if unknown == nil { unknown = other } else { unknown?.merge(other) }
        case .error:
            if error == nil { error = value }
        default:
            break
        }
    }
}
