import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// The number of a relation's rows, or the sum of their values.
struct PlannedTally: PlannedQuantity {
    let selection: PlannedSelection
    let value: PlannedExpression?
    let distinct: [PlannedExpression]
    let rowDay: PlannedRowDay?
    let evidence: RowEvidence
    let window: PlannedWindow?
    /// From the narrowest to the widest.
    let caps: [(extent: Cap.Extent, atMost: PlannedOperand<Ratio>)]

    init?(_ tally: TallyQuantity, _ planner: Planner, subject table: Int) {
        guard let selection = PlannedSelection(tally.selection, planner, subject: table),
            let window = planner.plan(tally.window, subject: table)
        else { return nil }
        let rows = selection.table
        self.selection = selection
        self.window = window
        evidence = RowEvidence(
            tally.parts, of: tally.selection.relation, row: rows, planner.schema)
        value = planner.plan(tally.value, subject: table, row: rows)
        distinct = tally.distinct.map {
            PlannedExpression($0, planner: planner, subject: table, row: rows)
        }
        rowDay = tally.window?.rowDay.map { PlannedRowDay($0, planner, subject: table, row: rows) }
        caps = tally.caps.sorted { $0.per < $1.per }.map {
            ($0.per, PlannedOperand($0.atMost, planner: planner, subject: table))
        }
    }

    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource> {
        var missing = MissingOperands()
        var ladder = CapLadder()
        ladder.probe = frame.probe
        for cap in caps {
            if let atMost = try missing.read(cap.atMost, frame) {
                ladder.add(cap.extent, atMost, at: cap.atMost.span)
            }
        }
        switch selection.rows(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let rows):
            if missing.isAny { return .unknown(missing.causes) }
            let open = selection.openPart(frame)
            return .known(
                TallyRows(
                    tally: self, frame: frame, caps: ladder,
                    rows: try DatedRow.all(
                        of: selection, known: rows, and: open, by: rowDay, frame),
                    open: open?.unseen))
        }
    }
}
