import HeguiEngine

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
