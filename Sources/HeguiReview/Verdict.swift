package import HeguiPack

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

/// What outcomes are counted by.
package struct OutcomeKind: Hashable, Sendable {
    package let verdict: Verdict
    package let level: Level
    /// Whether it is a violation that an explanation has closed.
    package let isExplained: Bool

    package init(verdict: Verdict, level: Level, isExplained: Bool) {
        self.verdict = verdict
        self.level = level
        self.isExplained = isExplained
    }
}

extension Outcome {
    package var kind: OutcomeKind {
        OutcomeKind(
            verdict: verdict, level: level, isExplained: verdict == .violated && !isOpen)
    }
}
