import CEL
import HeguiCalendar

/// A row of a relation and when it was.
struct DatedRow {
    let row: RowReference
    let days: RowDays

    static func all(
        _ rows: [RowReference], by rowDay: PlannedRowDay?, _ frame: Frame
    ) throws(EvaluationError) -> [DatedRow] {
        var result: [DatedRow] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            let days = try rowDay?.read(frame.looking(at: row)) ?? .any
            result.append(DatedRow(row: row, days: days))
        }
        return result
    }

    /// Returns whether the row belongs to `stretch`.
    func belongs(to stretch: Stretch) -> Answer<Bool> {
        switch days {
        case .any: return .known(true)
        case .unknown(let causes): return .unknown(causes)
        case .on(let days, var causes):
            if let answer = stretch.holds(days) { return .known(answer) }
            causes.formUnion(stretch.causes)
            return .unknown(causes)
        case .spread(let days):
            guard let possible = stretch.possible, possible.intersects(days),
                days.first <= stretch.horizon
            else { return .known(false) }
            return .known(true)
        }
    }
}
