import CEL
import HeguiDiagnostics
import HeguiRules

/// The number of rows counted, or the sum of their values, between exact bounds.
struct Tally {
    /// A row that counts or may count.
    struct Entry {
        /// Whether the row counts for certain.
        var isCertain: Bool
        /// What tells it from others; nil where that cannot be told.
        var key: [ValueKey]?
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

    /// One entry a key, certain where any of its rows is; a row whose key cannot be told may be
    /// one more, unless it is the only one.
    private static func distinct(_ entries: [Entry]) -> [Entry] {
        var places: [[ValueKey]: Int] = [:]
        var result: [Entry] = []
        for entry in entries {
            guard let key = entry.key else { continue }
            if let place = places[key] {
                if entry.isCertain, !result[place].isCertain { result[place] = entry }
            } else {
                places[key] = result.count
                result.append(entry)
            }
        }
        for var entry in entries where entry.key == nil {
            entry.isCertain = entry.isCertain && result.isEmpty
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
