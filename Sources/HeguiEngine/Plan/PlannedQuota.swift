import HeguiPack

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

    init(_ quota: Award.Quota, _ planner: Planner, _ table: Int) {
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
