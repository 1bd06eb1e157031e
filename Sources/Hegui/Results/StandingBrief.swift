import HeguiReview

/// How one candidate stands for an award, without reasons.
public struct StandingBrief: Sendable {
    /// The award's id.
    public let award: String
    /// The candidate's key, as in `OutcomeBrief`.
    public let subject: String
    /// Whether the award may be given.
    public let result: StandingResult
    /// What it is ranked by, where that is a rate.
    public let rate: ExactShare?
    /// 1 is first; nil for those that are not candidates or cannot be ranked.
    public let rank: Int?

    init(_ standing: Standing) {
        award = standing.award
        subject = standing.subject.id
        result = StandingResult(standing.result)
        rate = standing.rate.map(ExactShare.init)
        rank = standing.rank
    }
}

/// Whether a candidate may be given an award; the raw values appear in reports.
public enum StandingResult: String, CaseIterable, Sendable {
    case eligible
    /// Eligible, with something to be shown beside the name.
    case eligibleWithFlags = "eligible-with-flags"
    /// A recorded waiver opens what would block it.
    case eligibleByWaiver = "eligible-by-waiver"
    /// There is no room for it.
    case beyondQuota = "beyond-quota"
    case blocked, undetermined
    case notApplicable = "not-applicable"

    init(_ result: Standing.Result) {
        switch result {
        case .eligible: self = .eligible
        case .eligibleWithFlags: self = .eligibleWithFlags
        case .eligibleByWaiver: self = .eligibleByWaiver
        case .beyondQuota: self = .beyondQuota
        case .blocked: self = .blocked
        case .undetermined: self = .undetermined
        case .notApplicable: self = .notApplicable
        }
    }

    /// Whether the award may be given.
    public var isAwardable: Bool {
        switch self {
        case .eligible, .eligibleWithFlags, .eligibleByWaiver: true
        case .beyondQuota, .blocked, .undetermined, .notApplicable: false
        }
    }
}

/// A share as the two numbers that it was counted from, never rounded.
public struct ExactShare: Hashable, Sendable {
    /// What was counted.
    public let numerator: Int64
    /// Out of how many; never below 0.
    public let denominator: Int64

    init(_ rate: Outcome.Rate) {
        numerator = rate.numerator
        denominator = rate.denominator
    }
}
