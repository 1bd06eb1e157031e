/// A value that is not known, because data are missing.
public struct Unknown: Hashable, Sendable {
    /// The missing data, without repeats, in the order in which the expression needed them.
    public var causes: [UnknownCause]

    /// Makes an unknown. `causes` should have no repeats.
    public init(causes: [UnknownCause]) {
        self.causes = causes
    }

    /// Adds the causes of `other` that are not there yet.
    mutating func merge(_ other: Unknown) {
        for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
    }
}

/// One missing piece of data, named by the host.
public struct UnknownCause: Hashable, Sendable {
    /// The host's own name for the missing cell, such as `members/12/registered_on`.
    public var key: String

    /// Makes a cause with the host's own name for it.
    public init(key: String) {
        self.key = key
    }
}

/// An error of evaluation, as a value.
public struct EvaluationError: Error, Hashable, Sendable {
    /// What went wrong, in English, lower case.
    public var message: String
    /// UTF-8 offsets of the part that failed, if it is known.
    public var range: Range<Int>?

    /// Makes an error. Without a `range`, evaluation adds that of the part that failed.
    public init(message: String, range: Range<Int>? = nil) {
        self.message = message
        self.range = range
    }
}

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
