import HeguiPack
import HeguiReview
import HeguiTables

/// A finding that is open, of whatever kind.
enum OpenFinding {
    case outcome(Outcome)
    case data(DataFinding)
    case material(MaterialItem)

    /// Returns what is open, at most `limit` of it, the weightiest first, and what is left out.
    ///
    /// - Complexity: linear in the outcomes; as much memory as `limit` of them take.
    static func weightiest(
        _ limit: Int, of review: Review
    ) -> (findings: [(weight: ResultWeight, finding: OpenFinding)], allowance: ResultAllowance) {
        let verdicts: Set<Verdict> = [.violated, .advised]
        let whole = ResultAllowance(
            limit, of: review, verdicts: verdicts, weights: [.mandatory, .verify, .hint])
        var allowance = whole
        var found: [ResultWeight: [OpenFinding]] = [:]
        func add(_ weight: ResultWeight?, _ finding: OpenFinding) {
            guard let weight, allowance.takes(weight) else { return }
            found[weight, default: []].append(finding)
        }
        for outcome in review.outcomes.those(of: verdicts) {
            add(ResultWeight(outcome.kind), .outcome(outcome))
        }
        for finding in review.dataFindings { add(ResultWeight(finding.level), .data(finding)) }
        for item in review.material where item.isOpen {
            add(ResultWeight(item.level), .material(item))
        }
        let sorted = ResultWeight.allCases.flatMap { weight in
            (found[weight] ?? []).map { (weight: weight, finding: $0) }
        }
        return (sorted, whole)
    }
}
