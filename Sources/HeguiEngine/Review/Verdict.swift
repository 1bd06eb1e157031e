/// What a rule says of a subject.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The requirement is fulfilled.
    case met
    /// It is broken, and nothing can mend it any more.
    case violated
    /// It is broken, and the rule only advises.
    case advised
    /// It may still be met: its deadline or period is not over.
    case pending
    /// A needed value is missing or unreadable.
    case undetermined
    /// The rule does not apply to this subject.
    case notApplicable = "not-applicable"
    /// It is broken, and a recorded waiver covers it.
    case waived
    /// The rule itself could not run.
    case failed
}
