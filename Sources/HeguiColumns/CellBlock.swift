/// The cells of a block of rows: a stretch of a column, or cells gathered for it.
@safe
package final class CellBlock {
    /// What keeps the cells alive.
    private let owner: ColumnCells?
    let base: UnsafeMutablePointer<Int32>
    package let count: Int

    private init(count: Int) {
        owner = nil
        self.count = count
        unsafe base = .allocate(capacity: max(count, 1))
    }

    /// The cells of `cells` from `start` on.
    package init(_ cells: ColumnCells, from start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && start + count <= cells.count)
        self.count = count
        if let wide = unsafe cells.wide(from: start) {
            owner = cells
            unsafe base = UnsafeMutablePointer(mutating: wide)
        } else {
            owner = nil
            unsafe base = .allocate(capacity: max(count, 1))
            unsafe cells.copy(start..<start + count, to: base)
        }
    }

    /// For each reference of `rows` the cell of the row that it names; `special` where it names
    /// none.
    package convenience init(_ cells: ColumnCells, of rows: CellBlock) {
        self.init(count: rows.count)
        unsafe base.update(from: rows.base, count: count)
        unsafe cells.replace(base, count: count)
    }

    /// Cells that are all the same.
    package convenience init(repeating cell: Int32, count: Int) {
        self.init(count: count)
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
