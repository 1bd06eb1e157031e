import HeguiEngine

/// How often a rule came to each verdict.
public struct RuleCounts: Sendable {
    /// The rule's id.
    public let rule: String
    /// Whether it could judge at all; it cannot without data or subjects, or where it fails.
    public let hasRun: Bool
    private let counts: [Verdict: Int]

    init(_ summary: RuleSummary) {
        rule = summary.rule
        hasRun = summary.notRun == nil
        counts = summary.counts
    }

    /// Returns the number of subjects with the verdict `verdict`.
    public func count(of verdict: OutcomeVerdict) -> Int {
        counts[verdict.verdict] ?? 0
    }
}
