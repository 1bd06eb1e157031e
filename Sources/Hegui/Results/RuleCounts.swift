import HeguiPack
import HeguiReview

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

/// How a finding is to be taken.
public enum FindingLevel: String, CaseIterable, Sendable {
    /// 强制性: must be mended.
    case mandatory
    /// 核实性: closed by an explanation.
    case verify
    /// 提示: for information.
    case hint

    var level: Level {
        switch self {
        case .mandatory: .mandatory
        case .verify: .verify
        case .hint: .hint
        }
    }
}
