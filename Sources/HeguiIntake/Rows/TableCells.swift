internal import HeguiDiagnostics
internal import HeguiSheets

/// The cells of a table's body as people read them: a block merged downwards says the same in each
/// of its rows, and `同上` says what stands above.
struct TableCells {
    let sheet: Sheet
    /// The row number of the first row of data.
    let firstRow: Int

    /// How far up a ditto mark looks, so that a column of nothing else takes no quadratic time.
    private static let reach = 500

    func cell(row: Int, column: Int) -> RawCell? {
        let start = row
        var row = row
        while row >= firstRow, start - row < Self.reach {
            guard let cell = shown(row: row, column: column) else { return nil }
            guard CellWriting.isDitto(cell) else { return cell }
            row -= 1
        }
        return sheet.cell(row: start, column: column)
    }

    /// The cell in a column of the row at `index` of the sheet's rows.
    func cell(at index: Int, column: Int) -> RawCell? {
        if let cell = sheet.rows[index].cell(column: column), !CellWriting.isDitto(cell) {
            return cell
        }
        return cell(row: sheet.rows[index].number, column: column)
    }

    /// The cell with its place.
    func own(at index: Int, column: Int) -> (cell: RawCell?, address: CellAddress) {
        let address = sheet.address(row: sheet.rows[index].number, column: column)
        return (cell(at: index, column: column), address)
    }

    private func shown(row: Int, column: Int) -> RawCell? {
        if let cell = sheet.cell(row: row, column: column) { return cell }
        guard let block = sheet.merged.range(row: row, column: column),
            block.firstColumn == column, block.firstRow >= firstRow
        else { return nil }
        return sheet.cell(row: block.firstRow, column: column)
    }
}
