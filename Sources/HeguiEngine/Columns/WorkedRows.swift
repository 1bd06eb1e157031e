import HeguiColumns
import HeguiPack
import HeguiTables

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
                    open: TruthBlock.open)
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
