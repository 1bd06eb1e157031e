import HeguiColumns
import HeguiPack

/// The longest run of rows that are misses.
struct RowStreakMeasure: StretchMeasure {
    let run: StreakQuantity.Run
    let index: ReverseIndex
    let days: ColumnCells
    let chosen: Codes
    let skipped: Codes?
    let missed: Codes
    /// Rows after this day do not count.
    let asOf: Int32
    /// Whether rows of one day stand in the order of their keys.
    let hasKeys: Bool

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        var elements: [(day: Int32, isMissed: Bool)] = []
        for found in index.rows(of: subject) {
            let row = Int(found)
            guard days[row] > ColumnCells.special else { return .open }
            if days[row] > asOf || chosen[row] == TruthBlock.no { continue }
            let isSkipped = skipped?[row] ?? TruthBlock.no
            guard chosen[row] == TruthBlock.yes, isSkipped != TruthBlock.open else {
                return .open
            }
            if isSkipped == TruthBlock.yes { continue }
            guard missed[row] != TruthBlock.open else { return .open }
            elements.append((days[row], missed[row] == TruthBlock.yes))
        }
        // A stable order: rows of one day stay in theirs.
        let sorted = elements.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }.map(\.element)
        let ties = zip(sorted, sorted.dropFirst()).contains { left, right in
            left.day == right.day && left.isMissed != right.isMissed
        }
        if ties, hasKeys { return .open }
        return .number(Interval(exactly: Ratio(length(sorted))))
    }

    private func length(_ elements: [(day: Int32, isMissed: Bool)]) -> Int64 {
        var (best, current) = (Int64(0), Int64(0))
        for element in elements {
            if element.isMissed {
                current += 1
            } else if run != .total {
                current = 0
            }
            best = max(best, current)
        }
        return run == .longest ? best : current
    }
}
