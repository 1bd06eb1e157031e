import HeguiEngine

extension DropReview {
    /// Returns what `body` makes of the outcomes of each rule, in the pack's order of rules.
    ///
    /// Several rules may be at work at once, in threads of their own.
    ///
    /// - Complexity: as `forEachOutcome(of:_:)`.
    public func mapRules<Result: Sendable>(
        of verdicts: Set<OutcomeVerdict>, _ body: @Sendable (RuleOutcomes) -> Result
    ) -> [Result] {
        review.outcomes.mapRules(
            review.rules.map(\.rule), of: Set(verdicts.map(\.verdict)),
            threads: ReviewEngine.threads
        ) { body(RuleOutcomes($0)) }
    }
}
