import HeguiPack
import HeguiReview

/// Which rates rest on an annex that did not come or was not read whole.
struct MaterialGaps: Sendable {
    private struct Owner: Hashable {
        let type: String
        let id: String
    }

    private let pack: Pack
    /// By owner: what is not there.
    private let items: [Owner: [MaterialItem]]
    /// By annex: the rules that read rows of it.
    private let readers: [String: Set<String>]

    /// - Complexity: linear in the material; the pack's rules are looked at where any is lacking.
    init(_ review: Review) {
        pack = review.pack
        items = Dictionary(grouping: review.material.filter { !$0.isWhole }) {
            Owner(type: $0.owner.type, id: $0.owner.id)
        }
        let lacking = Set(items.values.joined().map(\.annex))
        let annexes = pack.annexes.filter { lacking.contains($0.id) }
        let rules = annexes.isEmpty ? [] : pack.rules
        var readers: [String: Set<String>] = [:]
        for rule in rules {
            let datasets = pack.datasets(of: rule)
            for annex in annexes where !datasets.isDisjoint(with: annex.datasets) {
                readers[annex.id, default: []].insert(rule.id)
            }
        }
        self.readers = readers
    }

    /// Returns the annex that the outcome waits for, if it waits for any.
    func item(for outcome: Outcome) -> MaterialItem? {
        guard !items.isEmpty else { return nil }
        let owner = Owner(type: outcome.subject.type, id: outcome.subject.id)
        return items[owner]?.first { readers[$0.annex]?.contains(outcome.rule) == true }
    }
}
