import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// The share of a relation's rows that fulfil a condition.
struct PlannedRate: PlannedQuantity {
    let numerator: PlannedExpression
    let denominator: PlannedExpression?
    let confirmed: PlannedExpression?
    private let unconfirmed: PlannedTemplate?
    let window: PlannedWindow?
    let evidence: RowEvidence
    /// Of rows that fulfil the condition and are not confirmed.
    let confirmation: RowEvidence
    let selection: PlannedSelection
    let rowDay: PlannedRowDay?

    init?(_ rate: RateQuantity, _ planner: Planner, subject table: Int) {
        guard
            let selection = PlannedSelection(
                rate.relation, as: rate.variable, where: nil, planner, subject: table),
            let window = planner.plan(rate.window, subject: table)
        else { return nil }
        let rows = selection.table
        self.selection = selection
        self.window = window
        evidence = RowEvidence(rate.parts, of: rate.relation, row: rows, planner.schema)
        confirmation = RowEvidence(
            rate.parts, of: rate.relation, row: rows, planner.schema,
            tells: { $0.key == "confirmed" })
        rowDay = rate.window?.rowDay.map { PlannedRowDay($0, planner, subject: table, row: rows) }
        numerator = PlannedExpression(
            rate.numerator, planner: planner, subject: table, row: rows)
        denominator = planner.plan(rate.denominator, subject: table, row: rows)
        confirmed = planner.plan(rate.confirmed, subject: table, row: rows)
        unconfirmed = rate.unconfirmed.map {
            PlannedTemplate($0, chinese: planner, english: planner, subject: table, row: rows)
        }
    }

    /// Returns what is to be verified of the row in view, which is not confirmed.
    func doubt(_ frame: Frame) -> Message? {
        unconfirmed?.render(Judgement(.undetermined), frame)
    }

    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource> {
        switch selection.rows(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let rows):
            let open = selection.openPart(frame)
            return .known(
                RateRows(
                    rate: self, frame: frame,
                    rows: try DatedRow.all(
                        of: selection, known: rows, and: open, by: rowDay, frame),
                    open: open?.unseen))
        }
    }
}

/// One subject's rows, ready to be divided into those that fulfil a condition and others.
struct RateRows: QuantitySource {
    let rate: PlannedRate
    let frame: Frame
    let rows: [DatedRow]
    /// What there may be besides.
    let open: OpenPart?

    func measurement(in stretch: Stretch) throws(EvaluationError) -> Measurement {
        let frame = frame.counting(stretch.period)
        var share = Share()
        if let open { share.add(open) }
        var cells = Cells()
        for row in rows {
            try count(row, in: stretch, frame.looking(at: row.row), into: &share, cells: &cells)
        }
        var measurement = share.measurement(cells.unmet)
        measurement.counted = cells.counted
        measurement.undecided = cells.undecided
        return measurement
    }

    /// The cells of rows that are not counted for certain, and of those that are.
    private struct Cells {
        var unmet: [CellAddress] = []
        var counted: [CellAddress] = []
        var undecided = UndecidedShare()
    }

    private func count(
        _ row: DatedRow, in stretch: Stretch, _ inner: Frame, into share: inout Share,
        cells: inout Cells
    ) throws(EvaluationError) {
        let isThen = row.belongs(to: stretch)
        if isThen.isKnownFalse { return }
        let isCounted = isThen.and(try rate.denominator?.truth(inner) ?? .known(true))
        if isCounted.isKnownFalse { return }
        let isFulfilled = try rate.numerator.truth(inner)
        var isConfirmed = Answer<Bool>.known(true)
        if let confirmed = rate.confirmed, !isFulfilled.isKnownFalse {
            isConfirmed = try confirmed.truth(inner)
        }
        share.add(counted: isCounted, fulfilled: isFulfilled, confirmed: isConfirmed)
        cells.undecided.add(
            row.row, counted: isCounted, fulfilled: isFulfilled, confirmed: isConfirmed
        ) { rate.doubt(inner) }
        if isFulfilled.isKnownTrue {
            rate.evidence.collect(row.row, inner.rowStore, into: &cells.counted)
            if isConfirmed.isKnownTrue { return }
            rate.confirmation.collect(row.row, inner.rowStore, into: &cells.unmet)
        } else {
            rate.evidence.collect(row.row, inner.rowStore, into: &cells.unmet)
        }
    }
}
