import HeguiCalendar
import HeguiColumns
import HeguiPack

/// A condition that has to hold, by a day at the latest.
struct ConditionForm: FormKernel {
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
