import HeguiPack
import HeguiReview

/// The subjects that a rule gives a rate, from the highest to the lowest.
struct RateRanking: Sendable {
    struct Entry: Sendable {
        var subject: Outcome.Subject
        var rate: Outcome.Rate
        var verdict: Verdict
        /// The line for this subject, such as `95%`.
        var required: String?
        /// How many rows more would reach it.
        var gap: Ratio?
        /// The rows that keep the rate open.
        var undecided: UndecidedRows
        /// 1 is first; equals share a rank.
        var rank = 0
        var isTied = false

        /// Without people to count there is no rate.
        var share: Ratio? { Ratio(rate.numerator, rate.denominator) }
    }

    /// A ranking of more is no ranking that anybody reads; the others are counted.
    static let limit = 10_000

    let rule: String
    private(set) var entries: [Entry] = []
    /// How many there are besides.
    private(set) var left = 0
    /// Those that stand in no ranking, because an annex that their rate rests on did not come or
    /// was not read whole.
    private(set) var waiting: [MaterialItem] = []

    init(rule: String) {
        self.rule = rule
    }

    /// Returns one for each rule that has rates, in the pack's order.
    ///
    /// - Complexity: linear in the outcomes of such rules.
    static func all(in review: Review, index: ReviewIndex) -> [RateRanking] {
        var rates: [String: RateRanking] = [:]
        let gaps = MaterialGaps(review)
        for outcome in review.outcomes.rated {
            rates[outcome.rule, default: RateRanking(rule: outcome.rule)].add(outcome, gaps)
        }
        return rates.values.map { $0.ranked() }
            .sorted { index.order(ofRule: $0.rule) < index.order(ofRule: $1.rule) }
    }

    /// Adds an outcome, unless its subject waits for an annex.
    mutating func add(_ outcome: Outcome, _ gaps: MaterialGaps) {
        if let item = gaps.item(for: outcome) { wait(for: item) } else { add(outcome) }
    }

    /// Notes that a subject stands in no ranking for want of an annex.
    mutating func wait(for item: MaterialItem) { waiting.append(item) }

    mutating func add(_ outcome: Outcome) {
        guard let rate = outcome.rate else { return }
        guard entries.count < Self.limit else {
            left += 1
            return
        }
        entries.append(
            Entry(
                subject: outcome.subject, rate: rate, verdict: outcome.verdict,
                required: outcome.required, gap: outcome.gap,
                undecided: outcome.undecided))
    }

    /// Returns the entries in order of rate, then of rows, with their ranks.
    func ranked() -> RateRanking {
        var result = self
        result.entries = entries.indices.sorted { left, right in
            let (first, second) = (entries[left].share, entries[right].share)
            return first == second ? left < right : (first ?? .zero) > (second ?? .zero)
        }.map { entries[$0] }
        for position in result.entries.indices {
            result.entries[position].rank = position + 1
            guard position > 0,
                result.entries[position].share == result.entries[position - 1].share
            else { continue }
            result.entries[position].rank = result.entries[position - 1].rank
            result.entries[position].isTied = true
            result.entries[position - 1].isTied = true
        }
        return result
    }

    /// How many rows count over all that are ranked, and of how many.
    var sum: (counted: Int64, total: Int64) {
        entries.reduce((0, 0)) { ($0.0 &+ $1.rate.numerator, $0.1 &+ $1.rate.denominator) }
    }

    /// The line, where one holds for all.
    var required: String? {
        let lines = Set(entries.map(\.required))
        return lines.count == 1 ? entries.first?.required : nil
    }
}
