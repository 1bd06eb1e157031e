import HeguiPack

/// The one place that knows all forms.
extension Planner {
    func plan(_ requirement: Requirement, subject table: Int) -> (any PlannedRequirement)? {
        // The requirements of a combination name their cells themselves.
        if case .combination = requirement { return form(requirement, table) }
        return form(requirement, table).map {
            EvidencedRequirement(
                requirement: $0,
                evidence: SubjectEvidence(requirement.parts, table: table, schema))
        }
    }

    private func form(_ requirement: Requirement, _ table: Int) -> (any PlannedRequirement)? {
        switch requirement {
        case .expression(let form): PlannedCondition(form, self, subject: table)
        case .deadline(let form): PlannedDeadline(form, self, subject: table)
        case .quantity(let form): PlannedQuantityRequirement(form, self, subject: table)
        case .sequence(let form): PlannedSequence(form, self, subject: table)
        case .combination(let form): PlannedCombination(form, self, subject: table)
        case .unique(let form): PlannedUnique(form, self, subject: table)
        case .exists(let form): PlannedExists(form, self, subject: table)
        case .agrees(let form): PlannedAgrees(form, self, subject: table)
        }
    }

    func plan(_ quantity: Quantity, subject: Int) -> (any PlannedQuantity)? {
        switch quantity {
        case .tally(let tally): PlannedTally(tally, self, subject: subject)
        case .rate(let rate): PlannedRate(rate, self, subject: subject)
        case .score(let score): PlannedScore(score, self, subject: subject)
        case .streak(let streak): PlannedStreak(streak, self, subject: subject)
        }
    }
}
