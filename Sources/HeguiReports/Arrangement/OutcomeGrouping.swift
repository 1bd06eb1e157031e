import HeguiPack
import HeguiReview

/// Puts outcomes under the unit (or other group) that they concern.
///
/// Groups come in the order of their rows, those that other datasets are grouped under first. In a
/// group its own row comes first, then the others by dataset and row.
struct OutcomeGrouping: Sendable {
    private let index: ReviewIndex
    private let datasets: [Dataset]
    /// By singular: the dataset under whose rows its subjects are grouped.
    private let headDatasets: [String: Dataset]
    /// Those whose rows an award may go to; their groups come first.
    private let ratedDatasets: Set<String>
    /// By dataset and id: the row of each subject, to put groups in order.
    private var headRows: [GroupKey: Int] = [:]

    struct GroupKey: Hashable, Sendable {
        var dataset: String
        var id: String?
    }

    init(_ review: Review, index: ReviewIndex) {
        self.index = index
        datasets = review.pack.datasets
        ratedDatasets = Set(review.pack.awards.map(\.dataset))
        var heads: [String: Dataset] = [:]
        for dataset in review.pack.datasets {
            heads[dataset.singular] = Self.head(of: dataset, review.pack)
        }
        headDatasets = heads
        let headNames = Set(heads.values.map(\.singular))
        review.outcomes.forEachSubject(of: headNames) { subject in
            headRows[key(of: subject)] = subject.row
        }
    }

    /// The dataset at the end of the chain of groups: a move's is its member's unit.
    private static func head(of dataset: Dataset, _ pack: Pack) -> Dataset? {
        var last: Dataset?
        var current = dataset
        for _ in pack.datasets {
            guard let group = current.group,
                let reference = current.columns.lazy.compactMap(\.reference)
                    .first(where: { $0.name == group }),
                let next = pack.dataset(reference.dataset)
            else { break }
            last = next
            current = next
        }
        return last
    }

    /// Returns `outcomes` by group and subject.
    ///
    /// - Complexity: O(*n* log *n*) in the number of outcomes.
    func groups(of outcomes: [Outcome]) -> [OutcomeGroup] {
        var positions: [GroupKey: Int] = [:]
        var collected: [(key: GroupKey, outcomes: [Outcome])] = []
        for outcome in outcomes {
            let key = key(of: outcome.subject)
            if let position = positions[key] {
                collected[position].outcomes.append(outcome)
            } else {
                positions[key] = collected.count
                collected.append((key, [outcome]))
            }
        }
        let order = collected.indices.sorted { left, right in
            let (first, second) = (rank(of: collected[left].key), rank(of: collected[right].key))
            return first == second ? left < right : first < second
        }
        return order.map { group(collected[$0].key, collected[$0].outcomes) }
    }

    /// Returns the group that a subject belongs to.
    func key(of subject: Outcome.Subject) -> GroupKey {
        guard let head = headDatasets[subject.type] else {
            return GroupKey(dataset: subject.type, id: subject.id)
        }
        return GroupKey(dataset: head.singular, id: subject.groupID)
    }

    /// Whether other subjects are grouped under such rows.
    func isHead(_ key: GroupKey) -> Bool {
        headDatasets.values.contains { $0.singular == key.dataset }
    }

    /// Returns the group's place among all groups.
    func rank(of key: GroupKey) -> (Int, Int, Int) {
        let head = headDatasets.values.first { $0.singular == key.dataset }
        let place = head.map { ratedDatasets.contains($0.name) ? 0 : 1 } ?? 2
        let row = key.id == nil ? Int.max : headRows[key] ?? Int.max - 1
        return (place, index.order(ofSingular: key.dataset), row)
    }

    private func group(_ key: GroupKey, _ outcomes: [Outcome]) -> OutcomeGroup {
        var positions: [Outcome.Subject: Int] = [:]
        var members: [OutcomeGroup.Member] = []
        for outcome in outcomes {
            if let position = positions[outcome.subject] {
                members[position].outcomes.append(outcome)
            } else {
                positions[outcome.subject] = members.count
                let isHead = outcome.subject.type == key.dataset && outcome.subject.id == key.id
                members.append(
                    OutcomeGroup.Member(
                        subject: outcome.subject, outcomes: [outcome], isHead: isHead))
            }
        }
        for position in members.indices { sortByWeight(&members[position].outcomes) }
        members.sort { rank(of: $0) < rank(of: $1) }
        return OutcomeGroup(
            key: key, name: key.id == nil ? nil : name(of: members), dataset: key.dataset,
            members: members)
    }

    private func rank(of member: OutcomeGroup.Member) -> (Int, Int, Int, String) {
        let subject = member.subject
        return (
            member.isHead ? 0 : 1, index.order(ofSingular: subject.type), subject.row, subject.id
        )
    }

    private func name(of members: [OutcomeGroup.Member]) -> String? {
        if let head = members.first, head.isHead { return head.subject.name }
        return members.lazy.compactMap { $0.subject.groupName ?? $0.subject.groupID }.first
    }

    private func sortByWeight(_ outcomes: inout [Outcome]) {
        let order = outcomes.indices.sorted { left, right in
            let (first, second) = (outcomes[left], outcomes[right])
            if first.level != second.level { return first.level > second.level }
            let (one, other) = (index.order(ofRule: first.rule), index.order(ofRule: second.rule))
            return one == other ? left < right : one < other
        }
        outcomes = order.map { outcomes[$0] }
    }
}

/// The outcomes of one group of subjects (a unit and its people), subject by subject.
struct OutcomeGroup: Sendable {
    /// One subject and what is said of it, the weightiest first.
    struct Member: Sendable {
        var subject: Outcome.Subject
        var outcomes: [Outcome]
        /// Whether it is the row that the group is named after.
        var isHead: Bool
    }

    let key: OutcomeGrouping.GroupKey
    /// nil for subjects that should belong to a group and name none.
    var name: String?
    /// The dataset whose rows such groups are.
    var dataset: String
    var members: [Member]

    var outcomes: [Outcome] { members.flatMap(\.outcomes) }
}
