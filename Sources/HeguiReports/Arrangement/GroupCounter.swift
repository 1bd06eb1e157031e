import HeguiPack
import HeguiReview

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

/// How much is open in one group (a unit and its people).
struct GroupCount: Sendable {
    let key: OutcomeGrouping.GroupKey
    /// nil for subjects that should belong to a group and name none.
    var name: String?
    /// Violations that nobody has explained.
    var open = LevelCounts()
    var explained = 0
    var waived = 0
    var pending = 0
    var undetermined = 0

    /// Violations, explained ones too.
    var violations: Int { open.total + explained }
}

/// A number for each level.
struct LevelCounts: Hashable, Sendable {
    private var mandatory = 0
    private var verify = 0
    private var hint = 0

    var total: Int { mandatory + verify + hint }

    static func += (left: inout LevelCounts, right: LevelCounts) {
        for level in Level.allCases { left[level] += right[level] }
    }

    subscript(level: Level) -> Int {
        get {
            switch level {
            case .mandatory: mandatory
            case .verify: verify
            case .hint: hint
            }
        }
        set {
            switch level {
            case .mandatory: mandatory = newValue
            case .verify: verify = newValue
            case .hint: hint = newValue
            }
        }
    }
}
