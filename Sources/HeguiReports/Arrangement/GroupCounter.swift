import HeguiEngine

/// Counts outcomes by the group that they concern.
struct GroupCounter {
    private let grouping: OutcomeGrouping
    private var positions: [OutcomeGrouping.GroupKey: Int] = [:]
    private var groups: [GroupCount] = []

    init(_ grouping: OutcomeGrouping) {
        self.grouping = grouping
    }

    mutating func add(_ outcome: Outcome) {
        switch outcome.verdict {
        case .met, .notApplicable, .failed, .advised: return
        case .violated, .waived, .pending, .undetermined: break
        }
        let position = position(of: outcome)
        switch outcome.verdict {
        case .violated where outcome.isOpen: groups[position].open[outcome.level] += 1
        case .violated: groups[position].explained += 1
        case .waived: groups[position].waived += 1
        case .pending: groups[position].pending += 1
        default: groups[position].undetermined += 1
        }
    }

    /// Returns the groups in the order in which reports list them.
    func inOrder() -> [GroupCount] {
        let ranks = groups.map { grouping.rank(of: $0.key) }
        return groups.indices.sorted { left, right in
            ranks[left] == ranks[right] ? left < right : ranks[left] < ranks[right]
        }.map { groups[$0] }
    }

    private mutating func position(of outcome: Outcome) -> Int {
        let key = grouping.key(of: outcome.subject)
        if let position = positions[key] {
            if groups[position].name == nil { groups[position].name = name(of: outcome, key) }
            return position
        }
        positions[key] = groups.count
        groups.append(GroupCount(key: key, name: name(of: outcome, key)))
        return groups.count - 1
    }

    private func name(of outcome: Outcome, _ key: OutcomeGrouping.GroupKey) -> String? {
        guard key.id != nil else { return nil }
        let subject = outcome.subject
        if subject.type == key.dataset, subject.id == key.id { return subject.name }
        return subject.groupName ?? subject.groupID
    }
}
