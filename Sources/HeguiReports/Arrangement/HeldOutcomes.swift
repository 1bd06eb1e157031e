import HeguiEngine
import HeguiRules

/// The weightiest of some outcomes, of which only so many are held.
struct HeldOutcomes: Sendable {
    /// In the order in which they came.
    let outcomes: [Outcome]
    /// How many there are in all.
    let total: Int

    /// How many are not held.
    var left: Int { total - outcomes.count }

    /// Goes over outcomes once and holds at most `limit`: those of the weightiest levels, and of one
    /// level those that come first.
    ///
    /// - Complexity: linear in the outcomes; memory for `limit` of each level.
    init(_ outcomes: some Sequence<Outcome>, limit: Int) {
        var byLevel: [Level: [(place: Int, outcome: Outcome)]] = [:]
        var total = 0
        for outcome in outcomes {
            if byLevel[outcome.level, default: []].count < limit {
                byLevel[outcome.level, default: []].append((total, outcome))
            }
            total += 1
        }
        self.total = total
        self.outcomes = Level.byWeight.flatMap { byLevel[$0] ?? [] }.prefix(limit)
            .sorted { $0.place < $1.place }.map(\.outcome)
    }

    /// From the weightiest to the lightest, those of one level in order.
    var byWeight: [Outcome] {
        Level.byWeight.flatMap { level in outcomes.filter { $0.level == level } }
    }
}
