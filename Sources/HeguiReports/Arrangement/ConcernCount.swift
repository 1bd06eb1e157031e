import HeguiPack
import HeguiReview

/// How many people and units something is open of, by level.
struct ConcernCount: Sendable {
    /// By singular of a dataset of people: their rows.
    private var rows: [String: [Level: Set<Int>]] = [:]
    /// Units and other groups under which people are reported.
    private var groups: [Level: Set<OutcomeGrouping.GroupKey>] = [:]
    private let datasets: [Dataset]
    private let grouping: OutcomeGrouping

    /// Counts nobody yet.
    init(_ pack: Pack, grouping: OutcomeGrouping) {
        // A row without a key tells something of a person who is counted already.
        datasets = pack.datasets.filter { $0.isOfPeople && !$0.key.isEmpty }
        self.grouping = grouping
    }

    /// Counts over a review.
    ///
    /// - Complexity: linear in the violations, none of which is made for it.
    init(_ review: Review, grouping: OutcomeGrouping) {
        self.init(review.pack, grouping: grouping)
        review.outcomes.forEachKind(of: [.violated]) { add($1, $0) }
    }

    mutating func add(_ subject: Outcome.Subject, _ kind: OutcomeKind) {
        guard kind.verdict == .violated, !kind.isExplained else { return }
        let key = grouping.key(of: subject)
        if grouping.isHead(key) { groups[kind.level, default: []].insert(key) }
        guard datasets.contains(where: { $0.singular == subject.type }) else { return }
        rows[subject.type, default: [:]][kind.level, default: []].insert(subject.row)
    }

    /// Returns for each dataset with somebody concerned its title and how many there are, in the pack's
    /// order; only findings of `levels` count.
    func people(at levels: [Level]) -> [(title: LocalizedText, count: Int)] {
        datasets.compactMap { dataset in
            let concerned = levels.reduce(into: Set<Int>()) { all, level in
                all.formUnion(rows[dataset.singular]?[level] ?? [])
            }
            return concerned.isEmpty ? nil : (dataset.title, concerned.count)
        }
    }

    /// Returns for each dataset with a unit concerned its singular and how many there are, in the order
    /// in which reports list them; only findings of `levels` count.
    func units(at levels: [Level]) -> [(dataset: String, count: Int)] {
        let concerned = levels.reduce(into: Set<OutcomeGrouping.GroupKey>()) { all, level in
            all.formUnion(groups[level] ?? [])
        }
        return Dictionary(grouping: concerned, by: \.dataset).map { dataset, keys in
            (dataset, keys.count, grouping.rank(of: keys[0]))
        }.sorted { ($0.2.0, $0.2.1) < ($1.2.0, $1.2.1) }.map { ($0.0, $0.1) }
    }
}

extension Dataset {
    /// Whether rows of the dataset are known by a name or number of a person.
    var isOfPeople: Bool {
        columns.contains { column in
            column.personal != nil && (column.name == label || key.contains(column.name))
        }
    }
}
