/// The merged blocks of a sheet, and which block covers a cell.
package struct MergedCells: Hashable, Sendable {
    /// By first row, then first column.
    package let ranges: [MergedRange]
    /// For each block the greatest last row among it and the blocks before it.
    private let reach: [Int]

    package init(_ ranges: [MergedRange] = []) {
        self.ranges = ranges.sorted {
            ($0.firstRow, $0.firstColumn, $0.lastRow) < ($1.firstRow, $1.firstColumn, $1.lastRow)
        }
        var reach: [Int] = []
        for range in self.ranges { reach.append(max(reach.last ?? 0, range.lastRow)) }
        self.reach = reach
    }

    /// Returns the block that covers the cell, or nil where it is not merged.
    ///
    /// - Complexity: O(log n) where blocks are not nested in tall ones, O(n) at worst.
    package func range(row: Int, column: Int) -> MergedRange? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].firstRow <= row { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0, reach[index] >= row {
            if ranges[index].contains(row: row, column: column) { return ranges[index] }
            index -= 1
        }
        return nil
    }
}

/// A block of merged cells; all bounds are 1-based and included.
package struct MergedRange: Hashable, Sendable {
    package var firstRow: Int
    package var firstColumn: Int
    package var lastRow: Int
    package var lastColumn: Int

    package init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
        self.firstRow = firstRow
        self.firstColumn = firstColumn
        self.lastRow = lastRow
        self.lastColumn = lastColumn
    }

    /// Returns whether the block covers the cell.
    package func contains(row: Int, column: Int) -> Bool {
        row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
    }
}
