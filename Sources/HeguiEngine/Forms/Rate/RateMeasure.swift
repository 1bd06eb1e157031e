import HeguiColumns
import HeguiPack

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
                guard days[row] > ColumnCells.special else { return .open }
                if !stretch.contains(days[row]) { continue }
            }
            let truths = (
                conditions.counted[row], conditions.fulfilled[row], conditions.confirmed[row]
            )
            if truths.0 == TruthBlock.no { continue }
            guard truths.0 == TruthBlock.yes, truths.1 != TruthBlock.open,
                truths.2 != TruthBlock.open
            else { return .open }
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
