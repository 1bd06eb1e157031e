import CEL
import HeguiCalendar
import HeguiPack

/// A relation has to have at least one row of a kind.
struct PlannedExists: PlannedRequirement, Judge {
    let selection: PlannedSelection
    private let evidence: RowEvidence
    let due: PlannedOperand<Day>?

    init?(_ form: ExistsRequirement, _ planner: Planner, _ table: Int) {
        guard let selection = PlannedSelection(form.selection, planner, table) else { return nil }
        self.selection = selection
        evidence = RowEvidence(
            form.parts, of: form.selection.relation, row: selection.table, planner.schema)
        due = planner.plan(form.due, subject: table)
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        let chosen: PlannedSelection.Chosen
        switch try selection.chosen(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let rows): chosen = rows
        }
        var judgement = try judgement(chosen, frame)
        judgement.state(observed: Int64(chosen.certain.count), required: 1)
        for (rows, isKnown) in [(chosen.certain, true), (chosen.possible, false)] {
            for row in rows.prefix(Trace.limit) {
                evidence.collect(row, isKnown: isKnown, frame.records, into: &judgement.sources)
            }
        }
        return judgement
    }

    private func judgement(
        _ chosen: PlannedSelection.Chosen, _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        if !chosen.certain.isEmpty { return Judgement(.met) }
        if !chosen.possible.isEmpty { return .undetermined(chosen.causes) }
        return try Judgement.unfulfilled(until: due, frame)
    }
}
