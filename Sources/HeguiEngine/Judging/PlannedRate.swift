import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiRules

/// A share of a relation's rows has to reach a ratio.
struct PlannedRate: PlannedRequirement, Judge {
    private let selection: PlannedSelection
    private let numerator: PlannedExpression
    private let denominator: PlannedExpression?
    private let confirmed: PlannedExpression?
    private let atLeast: PlannedOperand<Ratio>

    init?(_ form: RateRequirement, _ planner: Planner, _ table: Int) {
        guard let selection = PlannedSelection(form.relation, nil, planner, table) else {
            return nil
        }
        self.selection = selection
        numerator = PlannedExpression(
            form.numerator, planner: planner, subject: table, row: selection.table)
        denominator = planner.plan(form.denominator, subject: table, row: selection.table)
        confirmed = planner.plan(form.confirmed, subject: table, row: selection.table)
        atLeast = PlannedOperand(form.atLeast, planner: planner, subject: table)
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        let required: Ratio
        switch try atLeast.read(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let ratio): required = ratio
        }
        var share = Share()
        var sources: [CellAddress] = []
        switch selection.rows(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let rows):
            for row in rows { try count(row, frame, &share, &sources) }
        }
        var judgement = share.judgement(required)
        judgement.sources = sources
        return judgement
    }

    private func count(
        _ row: RowReference, _ frame: Frame, _ share: inout Share, _ sources: inout [CellAddress]
    ) throws(EvaluationError) {
        let inner = frame.looking(at: row)
        let isCounted = try denominator?.truth(inner) ?? .known(true)
        if case .known(false) = isCounted { return }
        let isFulfilled = try numerator.truth(inner)
        var isConfirmed = Answer<Bool>.known(true)
        if let confirmed, !isFulfilled.isKnownFalse { isConfirmed = try confirmed.truth(inner) }
        share.add(counted: isCounted, fulfilled: isFulfilled, confirmed: isConfirmed)
        if case .known(true) = isFulfilled, case .known(true) = isConfirmed { return }
        frame.collectRowSources(row, numerator, into: &sources)
    }
}

extension Answer<Bool> {
    /// Whether it is known to be false.
    var isKnownFalse: Bool {
        if case .known(false) = self { true } else { false }
    }
}
