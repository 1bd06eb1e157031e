import HeguiEngine

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
