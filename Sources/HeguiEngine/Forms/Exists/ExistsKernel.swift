import HeguiColumns
import HeguiPack

/// A relation has to have at least one row of a kind.
struct ExistsKernel: RequirementKernel {
    let counters: Counters
    let lane: Int
    /// What it comes to where there is none.
    let broken: Verdict
    let open: Set<Int32>

    func judge(_ rows: RowBlock, into codes: Codes) {
        let range = rows.firstRow..<rows.firstRow + rows.count
        codes.set(
            counters, lane: lane, table: [VerdictCode.of(broken), VerdictCode.of(.met)],
            rows: range)
        guard !open.isEmpty else { return }
        // A row that may be of the kind changes nothing where another one surely is.
        for row in range where counters[row, lane] == 0 && open.contains(Int32(row)) {
            codes[row] = VerdictCode.open
        }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        return { index, facts in
            // How many there are, only the plain evaluator may know.
            guard !open.contains(Int32(first + index)) else { return false }
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
                counters: lanes.counters, lane: lanes.first, broken: broken, open: lanes.open)
        }
    }
}
