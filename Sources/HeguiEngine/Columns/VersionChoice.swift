import HeguiColumns

/// Which version of a rule holds for each row, by a day.
struct VersionChoice: Sendable {
    let day: CellKernel
    /// The days with which versions begin, but for the first.
    let cuts: [Int32]

    /// Returns the number of each row's version; negative where the plain evaluator is to tell.
    func versions(_ rows: RowBlock) -> [Int] {
        let days = day.block(rows)
        return (0..<rows.count).map { index in
            guard days[index] > ColumnCells.special else { return -1 }
            return cuts.lastIndex { $0 <= days[index] }.map { $0 + 1 } ?? 0
        }
    }
}
