import CEL
import HeguiDiagnostics
import HeguiPack

/// The share of a relation's rows that fulfil a condition.
struct PlannedRate: PlannedQuantity {
    let numerator: PlannedExpression
    let denominator: PlannedExpression?
    let confirmed: PlannedExpression?
    let window: PlannedWindow?
    let evidence: RowEvidence
    let selection: PlannedSelection
    let rowDay: PlannedRowDay?

    init?(_ rate: RateQuantity, _ planner: Planner, _ table: Int) {
        guard
            let selection = PlannedSelection(
                rate.relation, as: rate.variable, where: nil, planner, table),
            let window = planner.plan(rate.window, subject: table)
        else { return nil }
        let rows = selection.table
        self.selection = selection
        self.window = window
        evidence = RowEvidence(rate.parts, of: rate.relation, row: rows, planner.schema)
        rowDay = rate.window?.rowDay.map { PlannedRowDay($0, planner, table, row: rows) }
        numerator = PlannedExpression(
            rate.numerator, planner: planner, subject: table, row: rows)
        denominator = planner.plan(rate.denominator, subject: table, row: rows)
        confirmed = planner.plan(rate.confirmed, subject: table, row: rows)
    }

    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource> {
        switch selection.rows(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let rows):
            return .known(
                RateRows(
                    rate: self, frame: frame, rows: try DatedRow.all(rows, by: rowDay, frame)))
        }
    }
}
