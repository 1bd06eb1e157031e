package import HeguiDiagnostics
package import HeguiPack

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
}
