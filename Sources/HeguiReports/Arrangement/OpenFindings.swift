import HeguiEngine
import HeguiRules

/// The violations that are open, of which only so many are held, with all counts.
struct OpenFindings {
    /// The weightiest, in order of level, then of rules and rows.
    let listed: [Outcome]
    /// How many there are in all.
    let total: Int
    let tally: Tally

    /// Goes over all outcomes once and holds at most `limit` of each level.
    ///
    /// - Complexity: linear in the number of outcomes.
    init(_ review: Review, limit: Int) {
        var tally = Tally(dataOf: review)
        var byLevel: [Level: [Outcome]] = [:]
        var total = 0
        for outcome in review.outcomes {
            tally.add(outcome)
            guard outcome.isOpen else { continue }
            total += 1
            if byLevel[outcome.level, default: []].count < limit {
                byLevel[outcome.level, default: []].append(outcome)
            }
        }
        listed = Array(Level.byWeight.flatMap { byLevel[$0] ?? [] }.prefix(limit))
        self.total = total
        self.tally = tally
    }
}
