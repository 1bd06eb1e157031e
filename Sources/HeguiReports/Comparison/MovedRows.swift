import HeguiDiagnostics
import HeguiReview

/// Takes what is said of rows that have only moved out of the changes.
///
/// A row without a key is known by its place, at which another may stand in the later review. What
/// the earlier review says at one place and the later at another of such a row is no change.
struct MovedRows {
    /// The pairs without what has only moved: one side of a pair may be gone, or both.
    let left: [OutcomePairing.Pair]

    /// What an outcome says apart from where its row stands.
    private typealias Content = [String]

    /// - Throws: what is wrong with the outcome of a row without a key.
    /// - Complexity: O(*n* log *n*) in the pairs of such rows.
    init(
        _ pairs: [OutcomePairing.Pair], from old: SavedOutcomes, to new: SavedOutcomes
    ) throws(SavedReview.Failure) {
        var contents: [Int: (before: Content?, after: Content?)] = [:]
        for (index, pair) in pairs.enumerated() {
            let before = try Self.content(pair.places.before, of: old)
            let after = try Self.content(pair.places.after, of: new)
            if before != nil || after != nil { contents[index] = (before, after) }
        }
        let earlier = Self.counts(contents.values.compactMap(\.before))
        let later = Self.counts(contents.values.compactMap(\.after))
        var before = earlier
        for content in earlier.keys {
            before[content] = min(earlier[content, default: 0], later[content, default: 0])
        }
        var after = before
        var left = pairs
        for index in Self.order(of: contents.keys, pairs) {
            if Self.take(contents[index]?.before, of: &before) {
                left[index].places.before = nil
            }
            if Self.take(contents[index]?.after, of: &after) { left[index].places.after = nil }
        }
        self.left = left
    }

    /// Pairs that lack a side come first, then by key, so that both directions give the same.
    private static func order(
        of indices: some Sequence<Int>, _ pairs: [OutcomePairing.Pair]
    ) -> [Int] {
        indices.sorted { first, second in
            let (one, other) = (pairs[first], pairs[second])
            return (
                one.places.isWhole ? 1 : 0, one.key.rule, one.key.type, one.key.id,
                one.key.ordinal
            ) < (
                other.places.isWhole ? 1 : 0, other.key.rule, other.key.type, other.key.id,
                other.key.ordinal
            )
        }
    }

    private static func counts(_ contents: [Content]) -> [Content: Int] {
        contents.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func take(_ content: Content?, of counts: inout [Content: Int]) -> Bool {
        guard let content, let count = counts[content], count > 0 else { return false }
        counts[content] = count - 1
        return true
    }

    /// nil for a row that has a key.
    private static func content(
        _ index: Int?, of outcomes: SavedOutcomes
    ) throws(SavedReview.Failure) -> Content? {
        guard let index else { return nil }
        let verdict = outcomes.verdicts[index]
        let subject = verdict.subject
        // Such a row goes by file and row: `a.csv ▸ #12`.
        guard subject.id.contains(" ▸ #") else { return nil }
        let name = subject.name == subject.id ? "" : subject.name
        let message = try outcomes.outcome(index).message.zh
        return [
            verdict.rule, verdict.outcome.rawValue, "\(verdict.isOpen)", subject.type,
            subject.groupId ?? "", name,
            message.replacing(#/ ▸ (#|第 |[A-Z]+)[0-9]+/#, with: " ▸"),
        ]
    }
}
