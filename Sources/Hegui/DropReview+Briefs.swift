import HeguiEngine

extension DropReview {
    /// Calls `body` with each outcome of `verdicts`, in the pack's order of rules, then of rows.
    ///
    /// No outcome outlives its call, so their number takes no memory.
    ///
    /// - Complexity: linear in all outcomes, of which only those of `verdicts` are made.
    /// - Throws: the first error of `body`, after which it is not called again.
    public func forEachOutcome<Failure: Error>(
        of verdicts: Set<OutcomeVerdict>, _ body: (OutcomeBrief) throws(Failure) -> Void
    ) throws(Failure) {
        for outcome in review.outcomes.those(of: Set(verdicts.map(\.verdict))) {
            try body(OutcomeBrief(outcome))
        }
    }

    /// The standings, in the pack's order of awards, then of rank, then of rows.
    ///
    /// - Complexity: linear in their number.
    public var standings: [StandingBrief] { review.standings.map(StandingBrief.init) }

    /// How often each rule came to each verdict, in the pack's order of rules.
    public var ruleCounts: [RuleCounts] { review.rules.map(RuleCounts.init) }
}
