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
    package var rules: [RuleSummary]
    /// What is wrong with the data themselves.
    package var dataFindings: [DataFinding]
    package var files: [FileAccount]
    /// About files, waivers and explanations; never about rules, whose mistakes stop a review.
    package var diagnostics: [Diagnostic]
    /// Faults of the program that were found while outcomes were made; to be asked after a report.
    package var faults: @Sendable () -> [Diagnostic] = { [] }
}
