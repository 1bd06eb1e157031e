import HeguiEngine
import HeguiPack

/// The weightiest of some outcomes, of which only so many are held.
struct HeldOutcomes: Sendable {
    /// In the order in which the review has them.
    let outcomes: [Outcome]
    /// How many there are in all.
    let total: Int

    /// How many are not held.
    var left: Int { total - outcomes.count }

    /// Holds at most `limit` outcomes of a verdict: those of the weightiest levels, and of one level
    /// those that come first.
    ///
    /// - Parameters:
    ///   - list: all outcomes.
    ///   - verdict: the verdict.
    ///   - isOpen: leaves out violations that an explanation has closed.
    ///   - limit: how many are held.
    /// - Complexity: linear in the outcomes; memory for `limit` of each level.
    init(_ list: OutcomeList, of verdict: Verdict, isOpen: Bool = false, limit: Int) {
        let (outcomes, total) = list.weightiest(limit, of: verdict, isOpen: isOpen)
        self.outcomes = outcomes
        self.total = total
    }

    /// From the weightiest to the lightest, those of one level in order.
    var byWeight: [Outcome] {
        Level.byWeight.flatMap { level in outcomes.filter { $0.level == level } }
    }
}
