/// A value that is not known, because data are missing.
public struct Unknown: Sendable {
    /// The missing data, without repeats, in the order in which the expression needed them.
    public var causes: [UnknownCause]
    /// What is known of the value all the same.
    public var known: Known?

    /// What is known of a value that is not known as a whole.
    public enum Known: Sendable {
        /// A list has the first elements for certain and the second ones perhaps, and there may be
        /// more of which nothing is known, at most so many if that is known.
        case elements([Value], perhaps: [Value] = [], furtherAtMost: Int64?)
        /// A number is no less than `least` and, if that is known, no more than `most`.
        case count(least: Int64, most: Int64?)
    }

    /// Makes an unknown. `causes` should have no repeats.
    public init(causes: [UnknownCause], known: Known? = nil) {
        self.causes = causes
        self.known = known
    }

    /// Adds the causes of `other` that are not there yet.
    mutating func merge(_ other: Unknown) {
        for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
    }
}

/// Unknowns are the same if the same data are missing.
extension Unknown: Hashable {
    /// Returns whether the same data are missing.
    public static func == (left: Unknown, right: Unknown) -> Bool { left.causes == right.causes }

    /// Hashes what is missing.
    public func hash(into hasher: inout Hasher) { hasher.combine(causes) }
}

extension Unknown {
    /// Returns how many elements a list has, as far as that is known.
    var size: Unknown {
        guard case .elements(let elements, let perhaps, let further)? = known else {
            return Unknown(causes: causes)
        }
        let least = Int64(elements.count)
        let most = further.flatMap { more -> Int64? in
            let (sum, overflow) = (least + Int64(perhaps.count)).addingReportingOverflow(more)
            return overflow ? nil : sum
        }
        return Unknown(causes: causes, known: .count(least: least, most: most))
    }

    /// Returns whether the number is known to be another than `other`.
    func excludes(_ other: Int64) -> Bool {
        guard case .count(let least, let most)? = known else { return false }
        return least > other || most.map { $0 < other } ?? false
    }

    /// Returns whether the number is at least, or at most, `other` for all numbers that it may be.
    func isAtLeast(_ other: Int64) -> Bool? {
        guard case .count(let least, let most)? = known else { return nil }
        if least >= other { return true }
        return most.flatMap { $0 < other ? false : nil }
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
            // What is known of an operand is not known of the result.
            if unknown == nil {
                unknown = Unknown(causes: other.causes)
            } else {
                unknown?.merge(other)
            }
        case .error:
            if error == nil { error = value }
        default:
            break
        }
    }
}
