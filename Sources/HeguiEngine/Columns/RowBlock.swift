import HeguiColumns
import HeguiPack
import HeguiTables

/// Some rows of a table, one after another within a stretch.
struct RowBlock {
    let table: ColumnTable
    let stretch: Int
    let start: Int
    let count: Int
    /// The cells that were asked for until now, so that several rules decode them once.
    private let known = Known()

    private final class Known {
        var cells: [Int: CellBlock] = [:]
    }

    /// The first row's number in the table.
    var firstRow: Int { table.stretches[stretch].firstRow + start }

    func cells(_ place: Int) -> CellBlock {
        if let cells = known.cells[place] { return cells }
        let column = table.stretches[stretch].segment.columns[place]
        let cells = CellBlock(column, from: start, count: count)
        known.cells[place] = cells
        return cells
    }

    init(table: ColumnTable, stretch: Int, start: Int, count: Int) {
        self.table = table
        self.stretch = stretch
        self.start = start
        self.count = count
    }

    /// The rows from `row` on, as many as a block and the stretch hold.
    init(from row: Int, of table: ColumnTable) {
        let place = table.place(of: row)
        let left = table.stretches[place.stretch].segment.keptCount - place.index
        self.init(
            table: table, stretch: place.stretch, start: place.index,
            count: min(TruthBlock.capacity, left))
    }

    /// The numbers of the rows' keys, where their dataset has a key.
    var keys: CellBlock? { table.keyPlace.map { cells($0) } }

    /// Calls `body` with the blocks of a stretch, in order.
    static func each(
        of table: ColumnTable, _ stretch: Int, _ body: (RowBlock) throws -> Void
    ) rethrows {
        let count = table.stretches[stretch].segment.keptCount
        var start = 0
        while start < count {
            let size = min(TruthBlock.capacity, count - start)
            try body(RowBlock(table: table, stretch: stretch, start: start, count: size))
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
        Parallel.run(table.stretches.count, threads: threads) { _, stretch in
            RowBlock.each(of: table, stretch) { rows in
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
        Parallel.run(table.stretches.count, threads: threads) { _, stretch in
            RowBlock.each(of: table, stretch) { rows in
                cells.put(kernel.block(rows), at: rows.firstRow)
            }
        }
        return cells
    }
}
