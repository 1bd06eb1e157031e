import HeguiColumns

/// Rows of a relation that are counted for the row that they refer to.
struct RelationLane: Sendable {
    /// The days within which a row counts.
    struct Days: Sendable {
        let day: CellKernel
        let first: Int32
        let last: Int32
    }

    let conditions: [TruthKernel]
    let days: Days?
    /// Rows of which these are the same count once.
    let distinct: [CellKernel]

    init(
        _ conditions: [TruthKernel], days: Days? = nil, distinct: [CellKernel] = []
    ) {
        self.conditions = conditions
        self.days = days
        self.distinct = distinct
    }

    func block(_ rows: RowBlock) -> TruthBlock {
        let truth = TruthBlock(count: rows.count)
        truth.fill(TruthBlock.yes)
        for condition in conditions { truth.and(condition.block(rows)) }
        if let days {
            truth.within(days.day.block(rows), from: days.first, through: days.last)
        }
        return truth
    }
}
