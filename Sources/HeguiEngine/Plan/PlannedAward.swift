import HeguiPack

/// An award whose expressions are programs.
struct PlannedAward: Sendable {
    let award: Award
    let table: Int
    let candidates: PlannedExpression?
    /// What candidates are ranked by, where it is not a rule's rate.
    let rankedBy: PlannedExpression?
    let quota: PlannedQuota?
    let nominations: PlannedNominations?

    init?(_ award: Award, planner: Planner) {
        guard let table = planner.schema.numbers[award.dataset] else { return nil }
        self.award = award
        self.table = table
        candidates = planner.plan(award.candidates, subject: table)
        quota = award.quota.map { PlannedQuota($0, planner, subject: table) }
        nominations = award.nominations.flatMap { PlannedNominations($0, planner) }
        if case .expression(let expression)? = award.ranking?.key {
            rankedBy = planner.plan(expression, subject: table)
        } else {
            rankedBy = nil
        }
    }
}

/// The list of nominations for an award, as numbers and a program.
struct PlannedNominations: Sendable {
    let table: Int
    /// The column that refers to the award's rows.
    let column: Int
    let condition: PlannedExpression?
    /// What the condition reads.
    let fields: Set<FieldName>

    init?(_ nominations: Award.Nominations, _ planner: Planner) {
        guard let table = planner.schema.numbers[nominations.dataset],
            let column = planner.schema.tables[table].columnNumbers[nominations.column]
        else { return nil }
        self.table = table
        self.column = column
        condition = planner.plan(nominations.condition, subject: table)
        fields = nominations.condition.map { FieldName.all(of: $0) } ?? []
    }
}

/// How many candidates there is room for, as programs.
struct PlannedQuota: Sendable {
    enum Size: Sendable {
        case share(PlannedOperand<Ratio>)
        case top(PlannedOperand<Ratio>)
    }

    let size: Size
    let among: PlannedExpression?
    /// The column that refers to the row under which there is a quota of its own.
    let within: Int?
    let rounding: Rounding
    let minimum: Int64
    let ties: Award.Quota.Ties

    init(_ quota: Award.Quota, _ planner: Planner, subject table: Int) {
        size =
            switch quota.size {
            case .share(let share):
                .share(PlannedOperand(share, planner: planner, subject: table))
            case .top(let top): .top(PlannedOperand(top, planner: planner, subject: table))
            }
        among = planner.plan(quota.among, subject: table)
        let declared = planner.schema.tables[table]
        var within: Int?
        if let name = quota.within, let index = declared.fieldNames.firstIndex(of: name),
            case .reference(let column, _) = declared.accesses[index]
        {
            within = column
        }
        self.within = within
        rounding = quota.rounding
        minimum = quota.minimum
        ties = quota.ties
    }
}
