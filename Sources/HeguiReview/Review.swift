package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack
package import HeguiTables

/// The result of checking a drop against a pack on a day.
package struct Review: Sendable {
    package var pack: Pack
    package var asOf: Day
    /// In the pack's order of rules, then of rows.
    package var outcomes: OutcomeList
    /// In the pack's order of awards, then of rank, then of rows.
    package var standings: StandingList
    /// In the pack's order of awards, then of rows.
    package var unmatchedNominations: [UnmatchedNomination] = []
    package var rules: [RuleSummary]
    /// What is wrong with the data themselves.
    package var dataFindings: [DataFinding]
    package var files: [FileAccount]
    /// About files, waivers and explanations; never about rules, whose mistakes stop a review.
    package var diagnostics: [Diagnostic]
    /// What became of the annexes that somebody has to hand in, in the pack's order of annexes,
    /// then of owners.
    package var material: [MaterialItem]
    /// How many rows there are of each dataset that files provide.
    package var given: [String: Int] = [:]
    /// What the user demands for the review to be complete.
    package var demands = Demands()
    /// What rows without a key are known by.
    package var identities = IdentityRegister { _, _ in nil }
    /// Faults of the program that were found while outcomes were made; to be asked after a report.
    package var faults: @Sendable () -> [Diagnostic] = { [] }

    package init(
        pack: Pack, asOf: Day, outcomes: OutcomeList, standings: StandingList,
        rules: [RuleSummary], dataFindings: [DataFinding], files: [FileAccount],
        diagnostics: [Diagnostic], material: [MaterialItem] = [],
        faults: @escaping @Sendable () -> [Diagnostic] = { [] }
    ) {
        self.pack = pack
        self.asOf = asOf
        self.outcomes = outcomes
        self.standings = standings
        self.rules = rules
        self.dataFindings = dataFindings
        self.files = files
        self.diagnostics = diagnostics
        self.material = material
        self.faults = faults
    }
}

/// How often a rule came to each verdict; a rule that judged nothing says so.
package struct RuleSummary: Sendable {
    package var rule: String
    package var clause: String
    package var title: LocalizedText
    package var level: Level
    package var counts: [Verdict: Int]
    /// Violations that an explanation has closed.
    package var explained: Int
    /// Why the rule could not judge at all (no such data, no subject, an error), where it could not.
    package var notRun: Message?
    /// The datasets for want of which it judged nothing: no file provides them, or none of their
    /// rows.
    package var missing: [String]

    package init(
        rule: String, clause: String, title: LocalizedText, level: Level, counts: [Verdict: Int],
        explained: Int, notRun: Message? = nil, missing: [String] = []
    ) {
        self.rule = rule
        self.clause = clause
        self.title = title
        self.level = level
        self.counts = counts
        self.explained = explained
        self.notRun = notRun
        self.missing = missing
    }
}
