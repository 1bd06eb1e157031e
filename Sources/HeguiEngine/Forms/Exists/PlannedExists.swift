import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// A relation has to have at least one row of a kind.
struct PlannedExists: PlannedRequirement, Judge {
    let selection: PlannedSelection
    private let evidence: RowEvidence
    let due: PlannedOperand<Day>?

    init?(_ form: ExistsRequirement, _ planner: Planner, subject table: Int) {
        guard let selection = PlannedSelection(form.selection, planner, subject: table) else {
            return nil
        }
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
        for row in (chosen.certain + chosen.possible).prefix(Trace.limit) {
            evidence.collect(row, frame.rowStore, into: &judgement.sources)
        }
        return judgement
    }

    private func judgement(
        _ chosen: PlannedSelection.Chosen, _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        if !chosen.certain.isEmpty { return Judgement(.met) }
        if chosen.mayHaveMore { return .undetermined(chosen.allCauses) }
        return try Judgement.unfulfilled(until: due, frame)
    }
}

/// A relation has to have at least one row of a kind.
struct ExistsKernel: RequirementKernel {
    let counters: Counters
    let lane: Int
    /// What it comes to where there is none.
    let broken: Verdict
    let unsettled: Set<Int32>

    func judge(_ rows: RowBlock, into codes: Codes) {
        let range = rows.firstRow..<rows.firstRow + rows.count
        codes.set(
            counters, lane: lane, table: [VerdictCode.of(broken), VerdictCode.of(.met)],
            rows: range)
        guard !unsettled.isEmpty else { return }
        // A row that may be of the kind changes nothing where another one surely is.
        for row in range where counters[row, lane] == 0 && unsettled.contains(Int32(row)) {
            codes[row] = VerdictCode.unsettled
        }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        return { index, facts in
            // How many there are, only the plain evaluator may know.
            guard !unsettled.contains(Int32(first + index)) else { return false }
            facts.observed = String(counters[first + index, lane])
            facts.required = "1"
            return true
        }
    }
}

extension PlannedExists {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        let link = try lowering.link(selection, table)
        try lowering.checkPlace(link)
        let due = try lowering.constant(due)
        var conditions: [TruthKernel] = []
        if let condition = selection.condition {
            conditions = [try lowering.truth(condition, link)]
        }
        let broken = Verdict.unfulfilled(asOf: lowering.asOf, until: due)
        return .counted(relation: link.number, [RelationLane(conditions)]) { lanes in
            ExistsKernel(
                counters: lanes.counters, lane: lanes.first, broken: broken,
                unsettled: lanes.unsettled)
        }
    }
}
