import HeguiEngine

/// What one rule says of one subject, without message, sources and parts.
///
/// It is for programs that go over very many outcomes. Nothing in it takes longer to make than a
/// few short texts.
public struct OutcomeBrief: Sendable {
    private let facts: OutcomeFacts

    init(_ facts: OutcomeFacts) {
        self.facts = facts
    }

    /// The rule's id.
    public var rule: String { facts.rule }

    /// The subject's key; parts of a compound key are joined by `/`. A subject without a key is
    /// named by file, sheet and row.
    public var subject: String { facts.subject }

    /// What the rule comes to.
    public var verdict: OutcomeVerdict { OutcomeVerdict(facts.verdict) }

    /// What was found: a number, a share such as `46/50`, a day, or what the rule shows.
    public var observed: String? { facts.observed }

    /// What is asked, in the same form.
    public var required: String? { facts.required }

    /// Of a deadline: how many days late the act was, or the as-of day is where it is not done.
    public var daysLate: Int64? { facts.daysLate }

    /// Of a deadline: whether the act was done on or before the as-of day.
    public var isDone: Bool { facts.isDone }

    /// Of a rate: rows that fulfil its condition, out of all that count.
    public var rate: ExactShare? { facts.rate.map(ExactShare.init) }
}
