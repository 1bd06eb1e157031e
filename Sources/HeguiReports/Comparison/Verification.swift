/// What a saved review says that running again does not say, or the other way round.
package struct Verification: Sendable {
    let saved: SavedReview
    let rerun: SavedReview
    let factors: ReviewFactors
    /// The first outcomes that differ in anything; nil stands for one that is not there.
    private(set) var outcomes: [(saved: SavedOutcome?, rerun: SavedOutcome?)] = []
    /// How many differ.
    private(set) var outcomeCount = 0
    let standingCount: Int
    let dataFindingCount: Int
    /// The parts of the file that differ.
    let parts: PartDifferences

    /// How many differing outcomes are kept.
    static let limit = 20

    /// Compares a saved review with one that was made again from the same things.
    ///
    /// - Throws: what is wrong with an outcome (S0004).
    /// - Complexity: linear in the outcomes; those whose texts are the same are not read.
    package init(
        saved: SavedReview, rerun: SavedReview, parts: PartDifferences
    ) throws(SavedReview.Failure) {
        self.saved = saved
        self.rerun = rerun
        self.parts = parts
        factors = ReviewFactors(saved, rerun)
        standingCount = Set(saved.standings).symmetricDifference(rerun.standings).count
        dataFindingCount = Set(saved.dataFindings).symmetricDifference(rerun.dataFindings).count
        var left = OutcomeKey.places(of: saved.outcomes)
        var maker = OutcomeKey.Maker()
        for (index, verdict) in rerun.outcomes.verdicts.enumerated() {
            try compare(left.removeValue(forKey: maker.key(verdict)), index)
        }
        for index in left.values.sorted() { try compare(index, nil) }
    }

    private mutating func compare(
        _ before: Int?, _ after: Int?
    ) throws(SavedReview.Failure) {
        if let before, let after, saved.outcomes.bytes(before) == rerun.outcomes.bytes(after) {
            return
        }
        let first = try before.map { (index) throws(SavedReview.Failure) in
            try saved.outcomes.outcome(index)
        }
        let second = try after.map { (index) throws(SavedReview.Failure) in
            try rerun.outcomes.outcome(index)
        }
        guard first != second else { return }
        outcomeCount += 1
        if outcomes.count < Self.limit { outcomes.append((first, second)) }
    }

    /// Whether the review follows from what it says that it follows from.
    package var isReproduced: Bool {
        factors.changedFiles.isEmpty && !factors.isPackChanged && !factors.isCalendarChanged
            && factors.parameters.isEmpty && outcomeCount == 0 && standingCount == 0
            && dataFindingCount == 0 && parts.isEmpty
    }
}
