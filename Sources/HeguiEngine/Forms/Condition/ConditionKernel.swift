import HeguiCalendar
import HeguiColumns
import HeguiPack

/// A condition that has to hold, by a day at the latest.
struct ConditionKernel: RequirementKernel {
    let condition: TruthKernel
    /// What a condition that does not hold comes to.
    let broken: Verdict
    /// Whether the form also shows values of the row.
    let showsValues: Bool

    func judge(_ rows: RowBlock, into codes: Codes) {
        codes.set(
            condition.block(rows), at: rows.firstRow, no: VerdictCode.of(broken),
            yes: VerdictCode.of(.met), open: VerdictCode.open)
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        { [showsValues] _, _ in !showsValues }
    }
}

extension PlannedCondition {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        let due = try lowering.constant(due)
        return .ready(
            ConditionKernel(
                condition: try lowering.truth(expression, table),
                broken: .unfulfilled(asOf: lowering.asOf, until: due),
                showsValues: observed != nil || required != nil))
    }
}
