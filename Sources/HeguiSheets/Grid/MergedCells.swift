/// The merged blocks of a sheet, and which block covers a cell.
package struct MergedCells: Hashable, Sendable {
    /// By first row, then first column.
    package let ranges: [MergedRange]
    /// The columns in halves, quarters and so on: for each part the blocks that cover all of it and not
    /// all of the part around it. Part 1 is the whole; the halves of part n are 2n and 2n + 1.
    private let parts: [RowCover]
    /// How many columns the whole has, a power of two.
    private let width: Int

    package init(_ ranges: [MergedRange] = []) {
        let ranges = ranges.sorted {
            ($0.firstRow, $0.firstColumn, $0.lastRow) < ($1.firstRow, $1.firstColumn, $1.lastRow)
        }
        let last = ranges.map(\.lastColumn).max() ?? 0
        var width = 1
        while width <= last { width *= 2 }
        var blocks: [[Int]] = Array(repeating: [], count: ranges.isEmpty ? 0 : width * 2)
        for (index, range) in ranges.enumerated() {
            for part in Self.parts(of: range.firstColumn...range.lastColumn, width: width) {
                blocks[part].append(index)
            }
        }
        self.ranges = ranges
        self.width = width
        parts = blocks.map { RowCover($0, of: ranges) }
    }

    /// Returns the block that covers the cell, or nil where it is not merged; of blocks that overlap,
    /// which no spreadsheet program writes, the last.
    ///
    /// - Complexity: O(log n · log columns).
    package func range(row: Int, column: Int) -> MergedRange? {
        guard !ranges.isEmpty, column >= 0, column < width else { return nil }
        var found: Int?
        var part = width + column
        while part > 0 {
            if let block = parts[part].block(at: row) { found = max(found ?? block, block) }
            part /= 2
        }
        return found.map { ranges[$0] }
    }

    /// Returns the blocks whose first row is one of `rows`.
    ///
    /// - Complexity: O(log n).
    package func ranges(startingIn rows: Range<Int>) -> ArraySlice<MergedRange> {
        let start = ranges.partitioningIndex { $0.firstRow >= rows.lowerBound }
        let end = ranges.partitioningIndex { $0.firstRow >= rows.upperBound }
        return ranges[start..<end]
    }

    /// Returns the largest parts that make up `columns`.
    private static func parts(of columns: ClosedRange<Int>, width: Int) -> [Int] {
        var parts: [Int] = []
        var low = width + columns.lowerBound
        var high = width + columns.upperBound + 1
        while low < high {
            if low % 2 == 1 {
                parts.append(low)
                low += 1
            }
            if high % 2 == 1 {
                high -= 1
                parts.append(high)
            }
            low /= 2
            high /= 2
        }
        return parts
    }
}

/// Which of some blocks covers a row, as stretches of rows without gaps.
private struct RowCover: Hashable, Sendable {
    /// From a row on down to the next stretch; nil: no block.
    private struct Stretch: Hashable {
        let firstRow: Int
        let block: Int?
    }

    private var stretches: [Stretch] = []

    /// - Parameters:
    ///   - blocks: positions in `ranges`, ascending, and so by first row.
    ///   - ranges: all blocks.
    init(_ blocks: [Int], of ranges: [MergedRange]) {
        guard !blocks.isEmpty else { return }
        // Blocks that have begun, the one that began last on top.
        var open: [Int] = []
        for block in blocks {
            close(&open, before: ranges[block].firstRow, ranges)
            open.append(block)
            stretches.append(Stretch(firstRow: ranges[block].firstRow, block: block))
        }
        close(&open, before: .max, ranges)
    }

    /// Ends the blocks that end before `row`; what lies below them shows again.
    private mutating func close(_ open: inout [Int], before row: Int, _ ranges: [MergedRange]) {
        while let block = open.last, ranges[block].lastRow < row {
            let next = ranges[block].lastRow + 1
            while let last = open.last, ranges[last].lastRow < next { open.removeLast() }
            stretches.append(Stretch(firstRow: next, block: open.last))
        }
    }

    /// The block that covers the row.
    func block(at row: Int) -> Int? {
        let next = stretches.partitioningIndex { $0.firstRow > row }
        return next > 0 ? stretches[next - 1].block : nil
    }
}

extension RandomAccessCollection where Index == Int {
    /// The position of the first element for which `isAfter` holds, as it does for all behind it.
    fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
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
