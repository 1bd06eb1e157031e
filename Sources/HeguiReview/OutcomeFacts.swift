package import HeguiPack

/// What one rule says of one subject, in numbers and few words.
package struct OutcomeFacts: Sendable {
    package var rule: String
    package var subject: String
    package var verdict: Verdict
    package var level: Level
    package var observed: String?
    package var required: String?
    package var daysLate: Int64?
    /// Whether the act of a deadline was done on or before the as-of day.
    package var isDone: Bool
    package var rate: Outcome.Rate?

    package init(_ outcome: Outcome) {
        rule = outcome.rule
        subject = outcome.subject.id
        verdict = outcome.verdict
        level = outcome.level
        observed = outcome.observed
        required = outcome.required
        daysLate = outcome.daysLate
        isDone = outcome.done != nil
        rate = outcome.rate
    }

    package init(rule: String, subject: String, verdict: Verdict, level: Level) {
        self.rule = rule
        self.subject = subject
        self.verdict = verdict
        self.level = level
        isDone = false
    }
}

/// The facts of one rule's outcomes of some verdicts, in the order of rows.
package struct RuleFacts: Sendable {
    /// The rule's id.
    package let rule: String
    private let each: @Sendable ((OutcomeFacts) -> Void) -> Void

    package init(rule: String, each: @escaping @Sendable ((OutcomeFacts) -> Void) -> Void) {
        self.rule = rule
        self.each = each
    }

    package func forEach(_ body: (OutcomeFacts) -> Void) { each(body) }
}
