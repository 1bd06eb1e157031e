import HeguiPack

/// An award whose expressions are programs.
struct PlannedAward: Sendable {
    let award: Award
    let table: Int
    let candidates: PlannedExpression?
    /// What candidates are ranked by, where it is not a rule's rate.
    let rankedBy: PlannedExpression?
    let quota: PlannedQuota?

    init?(_ award: Award, planner: Planner) {
        guard let table = planner.schema.numbers[award.dataset] else { return nil }
        self.award = award
        self.table = table
        candidates = planner.plan(award.candidates, subject: table)
        quota = award.quota.map { PlannedQuota($0, planner, table) }
        if case .expression(let expression)? = award.ranking?.key {
            rankedBy = planner.plan(expression, subject: table)
        } else {
            rankedBy = nil
        }
    }
}
