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
        try review.outcomes.forEachFacts(of: Set(verdicts.map(\.verdict))) {
            (facts) throws(Failure) in
            try body(OutcomeBrief(facts))
        }
    }

    /// The standings, in the pack's order of awards, then of rank, then of rows.
    ///
    /// - Complexity: linear in their number.
    public var standings: [StandingBrief] { review.standings.brief.map(StandingBrief.init) }

    /// How often each rule came to each verdict, in the pack's order of rules.
    public var ruleCounts: [RuleCounts] { review.rules.map(RuleCounts.init) }
}
