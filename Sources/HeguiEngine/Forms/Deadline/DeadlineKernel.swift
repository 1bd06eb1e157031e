import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

/// An act that has to be done by a day.
struct DeadlineKernel: RequirementKernel {
    let done: CellKernel
    /// The last day, rolled to a working day where the counting says so.
    let due: CellKernel
    let opening: Int32?
    let asOf: Day

    func judge(_ rows: RowBlock, into codes: Codes) {
        codes.set(
            done: done.block(rows), due: due.block(rows), asOf: asOf.number, opening: opening,
            at: rows.firstRow,
            Codes.DeadlineCodes(
                met: VerdictCode.of(.met), late: VerdictCode.of(.violated),
                pending: VerdictCode.of(.pending), unsettled: VerdictCode.unsettled))
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

extension PlannedDeadline {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        try lowering.checkColumns(of: self.done)
        let done = try lowering.day(done, table)
        let opening = try lowering.constant(notBefore)
        let due: CellKernel
        switch self.due {
        case .by(.literal(let day, _)): due = .constant(day.number)
        case .by(.expression(let expression)): due = try lowering.day(expression, table)
        case .within(let from, let length):
            guard let length = try lowering.constant(length) else {
                throw LoweringObstacle("期限长度不定", "its length is not known")
            }
            due = self.due(
                from: try lowering.day(from, table), within: length, lowering, table: table)
        }
        return .ready(
            DeadlineKernel(
                done: done, due: due, opening: opening?.number, asOf: lowering.asOf))
    }

    /// The due days of all days that the deadline runs from, counted once for each.
    private func due(
        from start: CellKernel, within length: PeriodLength, _ lowering: RuleLowering, table: Int
    ) -> CellKernel {
        let days = Self.found(
            start, lowering.store.tables.tables[table], threads: lowering.store.threads)
        guard let first = days.first, let last = days.last else {
            return .mapped(start, [], first: 0)
        }
        var table = [Int32](repeating: ColumnCells.special, count: Int(last - first) + 1)
        for day in days {
            let due = counting.due(
                from: Day(number: day), within: length, calendar: lowering.pack.calendar)
            table[Int(day - first)] = due.rolled.number
        }
        return .mapped(start, table, first: first)
    }

    /// The days that there are, in order.
    private static func found(
        _ start: CellKernel, _ rows: ColumnTable, threads: Int
    ) -> [Int32] {
        let all = (0..<threads).map { _ in CellMarks() }
        Parallel.run(rows.slices.count, threads: threads) { worker, stretch in
            RowBlock.each(of: rows, stretch) { all[worker].add(start.block($0)) }
        }
        for other in all.dropFirst() { all[0].add(other) }
        return all[0].cells
    }
}
