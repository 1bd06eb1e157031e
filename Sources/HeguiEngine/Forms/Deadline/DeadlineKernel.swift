import HeguiCalendar
import HeguiColumns
import HeguiPack

/// An act that has to be done by a day.
struct DeadlineForm: FormKernel {
    let done: CellKernel
    /// The last day, rolled to a working day where the counting says so.
    let due: CellKernel
    let opening: Int32?
    let asOf: Day
    let late: Verdict

    func judge(_ rows: RowBlock, into codes: Codes) {
        codes.set(
            done: done.block(rows), due: due.block(rows), asOf: asOf.number, opening: opening,
            at: rows.firstRow,
            Codes.DeadlineCodes(
                met: VerdictCode.of(.met), late: VerdictCode.of(late),
                pending: VerdictCode.of(.pending), open: VerdictCode.open))
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let (acts, limits) = (done.block(rows), due.block(rows))
        // Most rows have the due day of the one before.
        var known = (day: Int32.min, text: "")
        return { index, facts in
            let last = limits[index]
            if last != known.day { known = (last, Day(number: last).description) }
            facts.required = known.text
            state(act: acts[index], due: last, in: &facts)
            return true
        }
    }

    private func state(act: Int32, due last: Int32, in facts: inout OutcomeFacts) {
        let isDone =
            act > ColumnCells.special && act <= asOf.number && act >= opening ?? act
        facts.isDone = isDone
        if isDone { facts.observed = Day(number: act).description }
        switch facts.verdict {
        case .violated, .advised: facts.daysLate = Int64(isDone ? act - last : asOf.number - last)
        case .met: facts.daysLate = 0
        default: break
        }
    }
}
