import CEL
import HeguiDiagnostics
import HeguiRules

/// The number of rows counted, or the sum of their values, between exact bounds.
struct Tally {
    /// A row that counts or may count.
    struct Entry {
        /// Whether the row counts for certain.
        var isCertain: Bool
        /// What tells it from others.
        var key: [KeyPart]
        /// What it adds; nil where that cannot be told.
        var value: Int64?
    }

    private(set) var lower: Int64 = 0
    /// nil where there is no bound.
    private(set) var upper: Int64? = 0
    private(set) var hasLower = true
    /// The sum over the rows that count for certain, as far as it is known.
    private(set) var observed: Int64 = 0
    /// Whether a sum went beyond 64 bits.
    private(set) var overflowed = false

    /// Returns the tally of `entries`; where `isDistinct`, rows of one key count once, with the
    /// value of the first that counts for certain.
    init(_ entries: [Entry], isDistinct: Bool) {
        let list = isDistinct ? Self.distinct(entries) : entries
        for entry in list {
            guard let value = entry.value else {
                hasLower = false
                upper = nil
                continue
            }
            if entry.isCertain { observed = sum(observed, value) }
            lower = sum(lower, entry.isCertain ? value : min(0, value))
            upper = upper.map { sum($0, entry.isCertain ? value : max(0, value)) }
        }
    }

    private mutating func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (result, overflow) = left.addingReportingOverflow(right)
        if overflow { overflowed = true }
        return result
    }

    /// One entry a key, certain where any of its rows is. A row whose key is not exact is one
    /// more for certain only where it differs from all the others that are.
    private static func distinct(_ entries: [Entry]) -> [Entry] {
        var places: [[KeyPart]: Int] = [:]
        var result: [Entry] = []
        for entry in entries where entry.key.allSatisfy(\.isExact) {
            if let place = places[entry.key] {
                if entry.isCertain, !result[place].isCertain { result[place] = entry }
            } else {
                places[entry.key] = result.count
                result.append(entry)
            }
        }
        for var entry in entries where !entry.key.allSatisfy(\.isExact) {
            entry.isCertain =
                entry.isCertain
                && result.allSatisfy { !$0.isCertain || KeyPart.differ($0.key, entry.key) }
            result.append(entry)
        }
        return result
    }

    /// Returns the verdict against bounds; `isOver` where nothing can be added any more.
    func verdict(atLeast: Int64?, atMost: Int64?, isOver: Bool) -> Verdict {
        if let atMost, hasLower, lower > atMost { return .violated }
        let isEnough = atLeast.map { hasLower && lower >= $0 } ?? true
        let isNotTooMuch = atMost.map { most in upper.map { $0 <= most } ?? false } ?? true
        if isEnough, isNotTooMuch { return .met }
        if let atLeast, let upper, upper < atLeast { return isOver ? .violated : .pending }
        return .undetermined
    }
}
