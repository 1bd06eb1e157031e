internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Tells rows that hold data from those that do not.
struct RowSorter {
    enum Kind: Hashable {
        case data, total, footer, rejected
        case ignored(IgnoredRow)
    }

    let cells: TableCells
    let repeatedHeadings: Set<Int>
    /// The sheet's columns that are read.
    let mapped: Set<Int>
    /// Those of which one must be filled in for a row to mean anything.
    let identifying: [Int]
    /// Without blanks.
    let footerStarts: [String]

    /// Judges the row at `index` of the sheet's rows.
    func kind(_ index: Int) -> Kind {
        let row = cells.sheet.rows[index]
        let written = row.cells.filter { cell in
            cell.kind == .uncomputed || cell.text.unicodeScalars.contains { !$0.isBlank }
        }
        guard let first = written.first else { return .ignored(.blank) }
        if repeatedHeadings.contains(index) { return .ignored(.heading) }
        let text = first.text.compact
        if isTemplate(written) { return .ignored(.template) }
        if written.prefix(3).contains(where: { RowWords.isTotal($0.text.compact) }) {
            return .total
        }
        if footerStarts.contains(where: { text.hasPrefix($0) }) { return .footer }
        if RowWords.isNote(text), written.count <= 2 { return .ignored(.note) }
        if RowWords.isSignature(text) { return .ignored(.signature) }
        let isIdentified = identifying.contains { column in
            if case .absent = CellWriting(cells.cell(row: row.number, column: column)) {
                return false
            }
            return true
        }
        if written.count == 1, !isIdentified || isFreeText(first, row) { return .ignored(.text) }
        return isIdentified ? .data : .rejected
    }

    /// A finding for a lone text to the right of the table, where nobody would look for it.
    func outside(_ index: Int) -> DataFinding? {
        let row = cells.sheet.rows[index]
        guard let first = row.cells.first, first.column > mapped.max() ?? 0 else { return nil }
        return DataFinding(
            .textOutside, .hint, zh: "这个单元格在表格之外，没有读取",
            en: "the cell stands outside the table and is not read",
            at: cells.sheet.address(row: row.number, column: first.column)
        )
    }

    /// Dots, or only the running number in a column that is not read.
    private func isTemplate(_ written: [RawCell]) -> Bool {
        var hasDots = false
        var hasMapped = false
        for cell in written {
            let text = cell.text.compact
            if RowWords.isTemplate(text) {
                hasDots = true
            } else if Int(text) != nil {
                hasMapped = hasMapped || mapped.contains(cell.column)
            } else {
                return false
            }
        }
        return hasDots || !hasMapped
    }

    /// A sentence below the table rather than a name in its first column.
    private func isFreeText(_ cell: RawCell, _ row: SheetRow) -> Bool {
        let block = cells.sheet.merged.range(row: row.number, column: cell.column)
        if let block, block.lastColumn - block.firstColumn >= 2 { return true }
        return cell.text.count > 20 && mapped.count > 2
    }
}
