import HeguiPack
import HeguiReview

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

    /// The verdict of the rule.
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

/// What a rule says of a subject; the raw values appear in reports.
public enum OutcomeVerdict: String, CaseIterable, Sendable {
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

    init(_ verdict: Verdict) {
        switch verdict {
        case .met: self = .met
        case .violated: self = .violated
        case .advised: self = .advised
        case .pending: self = .pending
        case .undetermined: self = .undetermined
        case .notApplicable: self = .notApplicable
        case .waived: self = .waived
        case .failed: self = .failed
        }
    }

    var verdict: Verdict {
        switch self {
        case .met: .met
        case .violated: .violated
        case .advised: .advised
        case .pending: .pending
        case .undetermined: .undetermined
        case .notApplicable: .notApplicable
        case .waived: .waived
        case .failed: .failed
        }
    }
}

/// The outcomes of one rule, of the verdicts that were asked for.
public struct RuleOutcomes: Sendable {
    private let facts: RuleFacts

    /// The rule's id.
    public var rule: String { facts.rule }

    init(_ facts: RuleFacts) {
        self.facts = facts
    }

    /// Calls `body` with each outcome, in the order of rows; none outlives its call.
    public func forEach(_ body: (OutcomeBrief) -> Void) {
        facts.forEach { body(OutcomeBrief($0)) }
    }
}

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
