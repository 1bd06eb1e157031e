import HeguiPack
import HeguiReview

/// What reports for people need of all outcomes, taken in one pass.
///
/// It grows with units and with what is asked to be held, never with the number of outcomes.
struct ReviewDigest: Sendable {
    /// The outcomes of a verdict, up to a limit.
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
    /// The people and units of whom something is open.
    private(set) var concerned: ConcernCount

    /// Goes over the outcomes that are not simply met, and holds at most `limit` violations, the
    /// weightiest first, and `otherLimit` outcomes of each other verdict.
    ///
    /// - Complexity: linear in the number of outcomes.
    init(
        _ review: Review, index: ReviewIndex, grouping: OutcomeGrouping, limit: Int,
        otherLimit: Int
    ) {
        totals = VerdictCounts(review)
        concerned = ConcernCount(review.pack, grouping: grouping)
        let silent = Set(review.rules.filter { $0.notRun != nil }.map(\.rule))
        var byLevel: [Level: [Outcome]] = [:]
        var counts = GroupCounter(grouping)
        let told = Set(Verdict.allCases).subtracting([.met, .notApplicable])
        for outcome in review.outcomes.those(of: told) {
            counts.add(outcome)
            switch outcome.verdict {
            case .violated:
                violations.total += 1
                concerned.add(outcome.subject, outcome.kind)
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
        rankings = RateRanking.all(in: review, index: index)
    }
}

extension Outcome {
    /// Whether a cell is named that would have to be filled in for a verdict.
    var lacksCells: Bool {
        missing.contains { if case .cell = $0 { true } else { false } }
    }
}

/// The weightiest of some outcomes, up to a limit.
struct HeldOutcomes: Sendable {
    /// In the order in which the review has them.
    let outcomes: [Outcome]
    /// How many there are in all.
    let total: Int

    /// How many are not held.
    var left: Int { total - outcomes.count }

    /// Holds at most `limit` outcomes of a verdict, the weightiest levels first, and within a level
    /// the first ones.
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

    /// From the weightiest to the lightest level, each in the order of the review.
    var byWeight: [Outcome] {
        Level.byWeight.flatMap { level in outcomes.filter { $0.level == level } }
    }
}

/// The candidates of an award in order of rank, up to a limit.
struct AwardCandidates {
    private(set) var shown: [Standing] = []
    private(set) var count = 0
    private(set) var eligible = 0
    /// Rows that are no candidates.
    private(set) var others = 0
    private(set) var hasRates = false
    /// Whether there is a list of nominations for the award.
    private(set) var hasNominations = false
    /// How many of those that are shown have each rank, and the one after them.
    private var sharers: [Int: Int] = [:]

    init(_ standings: StandingList, of award: String, limit: Int) {
        for standing in standings where standing.award == award {
            guard standing.result != .notApplicable else {
                others += 1
                continue
            }
            count += 1
            if standing.result.isAwardable { eligible += 1 }
            if standing.rate != nil { hasRates = true }
            if standing.isNominated != nil { hasNominations = true }
            if count <= limit { shown.append(standing) }
            if count <= limit + 1, let rank = standing.rank { sharers[rank, default: 0] += 1 }
        }
    }

    /// How many there are besides.
    var left: Int { count - shown.count }

    /// Whether the candidate shares its rank.
    func isTied(_ standing: Standing) -> Bool {
        standing.rank.flatMap { sharers[$0] } ?? 0 > 1
    }
}
