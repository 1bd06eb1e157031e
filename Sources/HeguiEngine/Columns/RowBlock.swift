import HeguiColumns
import HeguiPack
import HeguiTables

/// Some rows of a table, one after another within a slice.
struct RowBlock {
    let table: ColumnTable
    let slice: Int
    let start: Int
    let count: Int
    /// The cells that were asked for until now, so that several rules decode them once.
    private let known = Known()

    /// The rows about which nobody asks.
    private var left: Left?

    /// Rows that are settled already, by what was found of each.
    private final class Left {
        let truth: UInt8
        let block: TruthBlock
        let others: Left?

        init(_ truth: UInt8, of block: TruthBlock, besides others: Left?) {
            self.truth = truth
            self.block = block
            self.others = others
        }
    }

    /// Returns the block for work to which rows of that truth do not matter.
    func leaving(_ truth: UInt8, of block: TruthBlock) -> RowBlock {
        var rows = self
        rows.left = Left(truth, of: block, besides: left)
        return rows
    }

    /// Returns the block for work to which only rows matter for which `truth` is true.
    func `where`(_ truth: TruthBlock) -> RowBlock {
        leaving(TruthBlock.no, of: truth).leaving(TruthBlock.unsettled, of: truth)
    }

    /// Whether anybody asks about a row.
    func matters(_ index: Int) -> Bool {
        var next = left
        while let left = next {
            if left.block[index] == left.truth { return false }
            next = left.others
        }
        return true
    }

    private final class Known {
        var cells: [Int: CellBlock] = [:]
    }

    /// The first row's number in the table.
    var firstRow: Int { table.slices[slice].firstRow + start }

    func cells(_ place: Int) -> CellBlock {
        if let cells = known.cells[place] { return cells }
        let column = table.slices[slice].segment.columns[place]
        let cells = CellBlock(column, from: start, count: count)
        known.cells[place] = cells
        return cells
    }

    init(table: ColumnTable, slice: Int, start: Int, count: Int) {
        self.table = table
        self.slice = slice
        self.start = start
        self.count = count
    }

    /// The rows from `row` on, as many as a block and the slice hold.
    init(from row: Int, of table: ColumnTable) {
        let place = table.place(of: row)
        let left = table.slices[place.slice].segment.keptCount - place.index
        self.init(
            table: table, slice: place.slice, start: place.index,
            count: min(TruthBlock.capacity, left))
    }

    /// The numbers of the rows' keys, where their dataset has a key.
    var keys: CellBlock? { table.keyPlace.map { cells($0) } }

    /// Calls `body` with the blocks of a slice, in order.
    static func each(
        of table: ColumnTable, _ slice: Int, _ body: (RowBlock) throws -> Void
    ) rethrows {
        let count = table.slices[slice].segment.keptCount
        var start = 0
        while start < count {
            let size = min(TruthBlock.capacity, count - start)
            try body(RowBlock(table: table, slice: slice, start: start, count: size))
            start += size
        }
    }
}

/// The rows of a table, of which columns are worked out in one piece.
struct WorkedRows: Sendable {
    let table: ColumnTable
    let threads: Int

    /// Returns where all `conditions` hold, in the codes of `TruthBlock`.
    func truth(_ conditions: [TruthKernel]) -> Codes {
        let codes = Codes(repeating: TruthBlock.yes, count: table.rowCount)
        if conditions.isEmpty { return codes }
        Parallel.run(table.slices.count, threads: threads) { _, slice in
            RowBlock.each(of: table, slice) { rows in
                let truth = TruthBlock(count: rows.count)
                truth.fill(TruthBlock.yes)
                for condition in conditions { truth.and(condition.block(rows)) }
                codes.set(
                    truth, at: rows.firstRow, no: TruthBlock.no, yes: TruthBlock.yes,
                    unsettled: TruthBlock.unsettled)
            }
        }
        return codes
    }

    func cells(_ kernel: CellKernel) -> ColumnCells {
        let cells = ColumnCells(repeating: ColumnCells.special, count: table.rowCount)
        Parallel.run(table.slices.count, threads: threads) { _, slice in
            RowBlock.each(of: table, slice) { rows in
                cells.put(kernel.block(rows), at: rows.firstRow)
            }
        }
        return cells
    }
}
