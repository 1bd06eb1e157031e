import HeguiColumns
import HeguiPack

/// A rate as work on columns of its rows, before they are worked out.
struct RateColumns: Sendable {
    /// What each row is asked, each with what comes before.
    struct Conditions: Sendable {
        let counted: [TruthKernel]
        let fulfilled: [TruthKernel]
        let confirmed: [TruthKernel]
    }

    let relation: Int
    let day: CellKernel?
    /// By stretch, or one for all.
    let conditions: [Conditions]

    func measure(_ store: ColumnStore) -> RateMeasure? {
        guard let relation = RelationRows(relation, store) else { return nil }
        let rows = relation.rows
        return RateMeasure(
            index: relation.index, days: day.map { rows.cells($0) },
            conditions: conditions.map {
                RateMeasure.Conditions(
                    counted: rows.truth($0.counted), fulfilled: rows.truth($0.fulfilled),
                    confirmed: rows.truth($0.confirmed))
            })
    }
}
