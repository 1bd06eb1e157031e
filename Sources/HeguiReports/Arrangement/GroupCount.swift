import HeguiPack

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
