/// What a saved review says that running again does not say, or the other way round.
package struct Verification: Sendable {
    let saved: SavedReview
    let rerun: SavedReview
    let factors: ReviewFactors
    /// Outcomes of which anything differs; nil stands for one that is not there.
    let outcomes: [(saved: SavedOutcome?, rerun: SavedOutcome?)]
    let standingCount: Int
    let dataFindingCount: Int
    /// Whether the two texts are the same, byte for byte.
    let isSameText: Bool

    /// Compares a saved review with one that was made again from the same things.
    package init(saved: SavedReview, rerun: SavedReview, isSameText: Bool) {
        self.saved = saved
        self.rerun = rerun
        self.isSameText = isSameText
        factors = ReviewFactors(saved, rerun)
        let keyed = OutcomeKey.keyed(saved.outcomes)
        var left = Dictionary(keyed.map { ($0.key, $0.outcome) }) { first, _ in first }
        var outcomes: [(SavedOutcome?, SavedOutcome?)] = []
        for (key, outcome) in OutcomeKey.keyed(rerun.outcomes) {
            let before = left.removeValue(forKey: key)
            if before != outcome { outcomes.append((before, outcome)) }
        }
        outcomes += keyed.filter { left[$0.key] != nil }.map { ($0.outcome, nil) }
        self.outcomes = outcomes
        standingCount = Set(saved.standings).symmetricDifference(rerun.standings).count
        dataFindingCount = Set(saved.dataFindings).symmetricDifference(rerun.dataFindings).count
    }

    /// Whether the review follows from what it says that it follows from.
    package var isReproduced: Bool {
        factors.changedFiles.isEmpty && !factors.isPackChanged && !factors.isCalendarChanged
            && factors.parameters.isEmpty && outcomes.isEmpty && standingCount == 0
            && dataFindingCount == 0
    }
}
