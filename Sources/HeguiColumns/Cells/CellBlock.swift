/// The cells of a block of rows: a part of a column, or cells gathered for it.
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
    package convenience init(_ truth: TruthBlock, yes first: CellBlock, no second: CellBlock) {
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

extension ColumnCells {
    /// Puts the cells of a block from `place` on; in columns of four bytes a cell, several threads
    /// may do so in places of their own.
    package func put(_ block: CellBlock, at place: Int) {
        precondition(place >= 0 && place + block.count <= count)
        if let wide = unsafe wide(from: place) {
            unsafe UnsafeMutablePointer(mutating: wide).update(from: block.base, count: block.count)
        } else {
            for index in 0..<block.count { self[place + index] = block[index] }
        }
    }
}

extension CellBlock {
    /// The cells from `least` on, and empty ones; all others become `special`.
    package convenience init(_ cells: CellBlock, keepingFrom least: Int32) {
        self.init(repeating: ColumnCells.special, count: cells.count)
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            if cell >= least || cell == ColumnCells.absent { unsafe base[index] = cell }
        }
    }
}

/// Which cells occur: a mark for each number of a range that holds the days of some centuries, and
/// a set of those outside it.
///
/// Sendable because each thread marks one of its own, and they are joined when all have finished.
package final class CellMarks: @unchecked Sendable {
    private static let first: Int32 = -65_536
    private static let count = 1 << 17

    private var marks = [UInt8](repeating: 0, count: CellMarks.count)
    private var others: Set<Int32> = []

    package init() {}

    /// Marks the cells of a block that are neither empty nor special.
    package func add(_ cells: CellBlock) {
        for index in 0..<cells.count {
            let cell = unsafe cells.base[index]
            let place = Int(cell) - Int(Self.first)
            if place >= 0, place < Self.count {
                marks[place] = 1
            } else if cell > ColumnCells.special {
                others.insert(cell)
            }
        }
    }

    package func add(_ other: CellMarks) {
        for place in marks.indices { marks[place] |= other.marks[place] }
        others.formUnion(other.others)
    }

    /// The cells in ascending order.
    package var cells: [Int32] {
        let marked = marks.indices.filter { marks[$0] != 0 }.map { Int32($0) + Self.first }
        return others.isEmpty ? marked : (marked + others).sorted()
    }
}
