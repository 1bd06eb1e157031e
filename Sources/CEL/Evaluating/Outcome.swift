/// Gathers the errors and unknowns among the parts of an expression: unknowns are merged and come
/// before errors, of which the first counts.
struct Outcome {
    private var unknown: Unknown?
    private var error: Value?

    /// The unknown or error that was gathered, if any was.
    var abnormal: Value? {
        unknown.map { .unknown($0) } ?? error
    }

    /// Returns true if `value` is neither an error nor an unknown.
    @inline(__always)
    mutating func admit(_ value: Value) -> Bool {
        switch value {
        case .error, .unknown:
            add(value)
            return false
        default: return true
        }
    }

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
