/// The cells of a block of rows: a stretch of a column, or cells gathered for it.
@safe
package final class CellBlock {
    /// What keeps the cells alive.
    private let owner: ColumnCells?
    let base: UnsafeMutablePointer<Int32>
    package let count: Int

    /// The cells of `cells` from `start` on, as they stand.
    package init(_ cells: ColumnCells, from start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && start + count <= cells.count)
        owner = cells
        unsafe base = cells.base + start
        self.count = count
    }

    /// For each reference of `rows` the cell of the row that it names; `special` where it names
    /// none.
    package init(_ cells: ColumnCells, of rows: CellBlock) {
        owner = nil
        count = rows.count
        unsafe base = .allocate(capacity: max(count, 1))
        let (source, total) = unsafe (cells.base, cells.count)
        for index in 0..<count {
            let row = unsafe Int(rows.base[index])
            unsafe base[index] = row >= 0 && row < total ? source[row] : ColumnCells.special
        }
    }

    /// Cells that are all the same.
    package init(repeating cell: Int32, count: Int) {
        owner = nil
        self.count = count
        unsafe base = .allocate(capacity: max(count, 1))
        unsafe base.update(repeating: cell, count: count)
    }

    deinit { if owner == nil { unsafe base.deallocate() } }

    package subscript(index: Int) -> Int32 {
        precondition(index >= 0 && index < count)
        return unsafe base[index]
    }

    /// The cells of `first` where `truth` holds and of `second` where it does not; `special` where
    /// it cannot be told.
    package convenience init(_ truth: TruthBlock, _ first: CellBlock, _ second: CellBlock) {
        self.init(repeating: ColumnCells.special, count: truth.count)
        for index in 0..<count {
            switch unsafe truth.base[index] {
            case TruthBlock.yes: unsafe base[index] = first.base[index]
            case TruthBlock.no: unsafe base[index] = second.base[index]
            default: continue
            }
        }
    }

    /// Puts `table[cell - first]` in place of each cell; cells beyond the table become `special`.
    package convenience init(_ cells: CellBlock, table: [Int32], first: Int32, absent: Int32) {
        self.init(repeating: ColumnCells.special, count: cells.count)
        unsafe table.withUnsafeBufferPointer { table in
            for index in 0..<count {
                let cell = unsafe cells.base[index]
                if cell == ColumnCells.absent {
                    unsafe base[index] = absent
                } else {
                    let place = Int(cell) - Int(first)
                    if place >= 0, place < table.count {
                        unsafe base[index] = table[place]
                    }
                }
            }
        }
    }
}
