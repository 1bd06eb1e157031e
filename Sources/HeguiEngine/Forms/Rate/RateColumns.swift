import HeguiCalendar
import HeguiColumns
import HeguiPack

/// A rate as work on columns of its rows, before they are worked out.
struct RateColumns: Sendable {
    /// What each row is asked, each with what comes before.
    struct Conditions: Sendable {
        let counted: [TruthKernel]
        let fulfilled: [TruthKernel]
        let confirmed: [TruthKernel]
    }

    let relation: Int
    let day: CellKernel?
    /// By stretch, or one for all.
    let conditions: [Conditions]

    func measure(_ store: ColumnStore) -> RateMeasure? {
        guard let relation = RelationRows(relation, store) else { return nil }
        let rows = relation.rows
        return RateMeasure(
            index: relation.index, days: day.map { rows.cells($0) },
            conditions: conditions.map {
                RateMeasure.Conditions(
                    counted: rows.truth($0.counted), fulfilled: rows.truth($0.fulfilled),
                    confirmed: rows.truth($0.confirmed))
            })
    }
}

extension PlannedRate {
    func measuring(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> Measuring {
        try window?.checkDays()
        let link = try lowering.link(selection, table)
        let counted = [denominator].compactMap(\.self)
        let fulfilled = counted + [numerator]
        let confirmed = fulfilled + [self.confirmed].compactMap(\.self)
        let all = RuleLowering.looksAtPeriod(confirmed) ? periods : [nil]
        var conditions: [RateColumns.Conditions] = []
        for period in all {
            conditions.append(
                RateColumns.Conditions(
                    counted: try lowering.conditions(counted, link, in: [period])[0],
                    fulfilled: try lowering.conditions(fulfilled, link, in: [period])[0],
                    confirmed: try lowering.conditions(confirmed, link, in: [period])[0]))
        }
        var day: CellKernel?
        if case .on(let expression)? = rowDay { day = try lowering.day(expression, link) }
        let columns = RateColumns(relation: link.number, day: day, conditions: conditions)
        return { columns.measure($0) }
    }
}

/// The share of a subject's rows that fulfil a condition, within stretches of time.
struct RateMeasure: StretchMeasure {
    let index: ReverseIndex
    let days: ColumnCells?
    /// By stretch, or one for all: rows that count, of these those that fulfil the condition, and
    /// of these those that are confirmed.
    let conditions: [Conditions]

    struct Conditions: Sendable {
        let counted: Codes
        let fulfilled: Codes
        let confirmed: Codes
    }

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        let conditions = conditions[min(stretch.number, conditions.count - 1)]
        var (whole, part, sure) = (Int64(0), Int64(0), Int64(0))
        for found in index.rows(of: subject) {
            let row = Int(found)
            if let days {
                guard days[row] > ColumnCells.special else { return .unsettled }
                if !stretch.contains(days[row]) { continue }
            }
            let truths = (
                conditions.counted[row], conditions.fulfilled[row], conditions.confirmed[row]
            )
            if truths.0 == TruthBlock.no { continue }
            guard truths.0 == TruthBlock.yes, truths.1 != TruthBlock.unsettled,
                truths.2 != TruthBlock.unsettled
            else { return .unsettled }
            whole += 1
            if truths.1 == TruthBlock.yes { part += 1 }
            if truths.2 == TruthBlock.yes { sure += 1 }
        }
        guard let lower = Ratio(sure, whole), let upper = Ratio(part, whole) else {
            return .empty
        }
        return .number(Interval(lower: lower, upper: upper, observed: upper))
    }
}
