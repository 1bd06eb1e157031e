import HeguiEngine

/// What one rule says of one subject, without message, sources and parts.
///
/// It is for programs that go over very many outcomes. Nothing in it takes longer to make than a
/// few short texts.
public struct OutcomeBrief: Sendable {
    /// The rule's id.
    public let rule: String
    /// The subject's key; parts of a compound key are joined by `/`. A subject without a key is
    /// named by file, sheet and row.
    public let subject: String
    /// What the rule comes to.
    public let verdict: OutcomeVerdict
    /// What was found: a number, a share such as `46/50`, a day, or what the rule shows.
    public let observed: String?
    /// What is asked, in the same form.
    public let required: String?
    /// Of a deadline: how many days late the act was, or the as-of day is where it is not done.
    public let daysLate: Int64?
    /// Of a deadline: whether the act was done on or before the as-of day.
    public let isDone: Bool
    /// Of a rate: rows that fulfil its condition, out of all that count.
    public let rate: ExactShare?

    init(_ facts: OutcomeFacts) {
        rule = facts.rule
        subject = facts.subject
        verdict = OutcomeVerdict(facts.verdict)
        observed = facts.observed
        required = facts.required
        daysLate = facts.daysLate
        isDone = facts.isDone
        rate = facts.rate.map(ExactShare.init)
    }
}
