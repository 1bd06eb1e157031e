import HeguiDiagnostics
import HeguiEngine

/// Takes out of what has changed whatever is said of rows that have only moved.
///
/// A row without a key is known by its place, at which another may stand in the later review. What
/// the earlier review says at one place and the later at another of such a row is no change.
struct MovedRows {
    /// The pairs without what has only moved: one side of a pair may be gone, or both.
    let left: [OutcomePairing.Pair]

    /// - Complexity: O(*n* log *n*) in the pairs.
    init(_ pairs: [OutcomePairing.Pair]) {
        let earlier = Self.counts(pairs.map(\.before))
        let later = Self.counts(pairs.map(\.after))
        var before = earlier
        for content in earlier.keys {
            before[content] = min(earlier[content, default: 0], later[content, default: 0])
        }
        var after = before
        var left = pairs
        for index in Self.order(of: pairs) {
            if Self.take(pairs[index].before, of: &before) { left[index].before = nil }
            if Self.take(pairs[index].after, of: &after) { left[index].after = nil }
        }
        self.left = left
    }

    /// The pairs of which one side is missing first, else by key: the same from either review.
    private static func order(of pairs: [OutcomePairing.Pair]) -> [Int] {
        pairs.indices.sorted { first, second in
            let (one, other) = (pairs[first], pairs[second])
            return (one.isWhole ? 1 : 0, one.key.rule, one.key.type, one.key.id, one.key.ordinal)
                < (
                    other.isWhole ? 1 : 0, other.key.rule, other.key.type, other.key.id,
                    other.key.ordinal
                )
        }
    }

    private static func counts(_ outcomes: [SavedOutcome?]) -> [[String]: Int] {
        var counts: [[String]: Int] = [:]
        for content in outcomes.compactMap({ $0.flatMap(content) }) {
            counts[content, default: 0] += 1
        }
        return counts
    }

    private static func take(_ outcome: SavedOutcome?, of counts: inout [[String]: Int]) -> Bool {
        guard let content = outcome.flatMap(content), let count = counts[content], count > 0 else {
            return false
        }
        counts[content] = count - 1
        return true
    }

    /// What an outcome says apart from where its row stands; nil for a row that has a key.
    private static func content(_ outcome: SavedOutcome) -> [String]? {
        let subject = outcome.subject
        // Such a row goes by file and row: `a.csv ▸ #12`.
        guard subject.id.contains(" ▸ #") else { return nil }
        let name = subject.name == subject.id ? "" : subject.name
        return [
            outcome.rule, outcome.outcome.rawValue, "\(outcome.isOpen)", subject.type,
            subject.groupId ?? "", name,
            outcome.message.zh.replacing(#/ ▸ (#|第 |[A-Z]+)[0-9]+/#, with: " ▸"),
        ]
    }
}
