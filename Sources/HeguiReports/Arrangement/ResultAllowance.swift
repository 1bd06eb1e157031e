import HeguiPack
import HeguiReview
import HeguiTables

/// How weighty a result is among those of a review, for reports that list only the weightiest.
enum ResultWeight: Int, CaseIterable, Comparable {
    /// What could not be judged comes first: nothing below it can be trusted without it.
    case failed
    case mandatory, verify
    /// Hints, and advice.
    case hint
    /// Waived, or closed by an explanation.
    case settled
    case undetermined, pending

    init(_ level: Level) {
        self =
            switch level {
            case .mandatory: .mandatory
            case .verify: .verify
            case .hint: .hint
            }
    }

    /// nil for what no list of results holds.
    init?(_ kind: OutcomeKind) {
        switch kind.verdict {
        case .met, .notApplicable: return nil
        case .failed: self = .failed
        case .violated: self = kind.isExplained ? .settled : ResultWeight(kind.level)
        case .advised: self = .hint
        case .waived: self = .settled
        case .undetermined: self = .undetermined
        case .pending: self = .pending
        }
    }

    static func < (left: ResultWeight, right: ResultWeight) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// How many results of each weight a report may still list, so that of too many it lists the weightiest.
///
/// Among equals those come first that a review tells first: outcomes in the order of rules and rows,
/// then findings about the data, then material. A walk over all asks for each in that order.
struct ResultAllowance: Sendable {
    private var rest: [ResultWeight: Int]
    /// How many results are not listed.
    let leftOut: Int
    /// How many there would be of each weight.
    let totals: [ResultWeight: Int]

    /// - Parameters:
    ///   - limit: how many results may be listed; nil: all.
    ///   - review: what they are of.
    ///   - verdicts: the verdicts of the outcomes that are results.
    ///   - weights: the weights of those that are.
    /// - Complexity: linear in the outcomes, none of which is made.
    init(
        _ limit: Int?, of review: Review, verdicts: Set<Verdict>,
        weights: Set<ResultWeight> = Set(ResultWeight.allCases)
    ) {
        var counts: [ResultWeight: Int] = [:]
        for (kind, count) in review.outcomes.census() where verdicts.contains(kind.verdict) {
            if let weight = ResultWeight(kind) { counts[weight, default: 0] += count }
        }
        for finding in review.dataFindings { counts[ResultWeight(finding.level), default: 0] += 1 }
        for item in review.material where item.isOpen {
            counts[ResultWeight(item.level), default: 0] += 1
        }
        totals = counts.filter { weights.contains($0.key) }
        var room = limit ?? Int.max
        var rest: [ResultWeight: Int] = [:]
        for weight in ResultWeight.allCases {
            let share = min(room, totals[weight] ?? 0)
            rest[weight] = share
            room -= share
        }
        self.rest = rest
        leftOut = totals.values.reduce(0, +) - rest.values.reduce(0, +)
    }

    /// Returns whether the next result of a weight is listed.
    mutating func takes(_ weight: ResultWeight?) -> Bool {
        guard let weight, let left = rest[weight], left > 0 else { return false }
        rest[weight] = left - 1
        return true
    }
}
