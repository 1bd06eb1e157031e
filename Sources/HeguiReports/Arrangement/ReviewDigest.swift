import HeguiEngine
import HeguiPack

/// What reports for people need of all outcomes, taken in one pass.
///
/// It grows with units and with what is asked to be held, never with the number of outcomes.
struct ReviewDigest: Sendable {
    /// The outcomes of a verdict, of which only so many are held.
    struct Held: Sendable {
        var outcomes: [Outcome] = []
        var total = 0
        /// How many there are besides.
        var left: Int { total - outcomes.count }
    }

    private(set) var totals: VerdictCounts
    /// The weightiest violations, in order of rules.
    private(set) var violations = Held()
    /// The first outcomes of every other verdict that people have to look at.
    private(set) var others: [Verdict: Held] = [:]
    /// In the order in which reports list groups.
    private(set) var groups: [GroupCount] = []
    /// One for each rule that has rates, in the pack's order.
    private(set) var rankings: [RateRanking] = []

    /// Goes over the outcomes that are not simply met, and holds at most `limit` violations, the
    /// weightiest first, and `otherLimit` outcomes of each other verdict.
    ///
    /// - Complexity: linear in the number of outcomes.
    init(
        _ review: Review, index: ReviewIndex, grouping: OutcomeGrouping, limit: Int,
        otherLimit: Int
    ) {
        totals = VerdictCounts(review)
        let silent = Set(review.rules.filter { $0.notRun != nil }.map(\.rule))
        var byLevel: [Level: [Outcome]] = [:]
        var counts = GroupCounter(grouping)
        var rates: [String: RateRanking] = [:]
        for outcome in review.outcomes.rated {
            rates[outcome.rule, default: RateRanking(rule: outcome.rule)].add(outcome)
        }
        let told = Set(Verdict.allCases).subtracting([.met, .notApplicable])
        for outcome in review.outcomes.those(of: told) {
            counts.add(outcome)
            switch outcome.verdict {
            case .violated:
                violations.total += 1
                if byLevel[outcome.level, default: []].count < limit {
                    byLevel[outcome.level, default: []].append(outcome)
                }
            case .undetermined where silent.contains(outcome.rule) && !outcome.lacksCells: continue
            default:
                others[outcome.verdict, default: Held()].total += 1
                if others[outcome.verdict, default: Held()].outcomes.count < otherLimit {
                    others[outcome.verdict, default: Held()].outcomes.append(outcome)
                }
            }
        }
        violations.outcomes = Array(
            Level.byWeight.flatMap { byLevel[$0] ?? [] }.prefix(limit))
        groups = counts.inOrder()
        rankings = rates.values.map { $0.ranked() }
            .sorted { index.order(ofRule: $0.rule) < index.order(ofRule: $1.rule) }
    }
}

extension Outcome {
    /// Whether a cell is named that would have to be filled in for a verdict.
    var lacksCells: Bool {
        missing.contains { if case .cell = $0 { true } else { false } }
    }
}
