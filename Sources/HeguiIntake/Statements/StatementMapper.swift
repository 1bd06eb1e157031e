internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets

/// Reads a sheet of waivers or explanations.
struct StatementMapper {
    let pattern: SheetPattern
    let sheet: Sheet
    let table: FoundTable

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        tally.readAs.append((pattern.id, pattern.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        let cells = TableCells(
            sheet: sheet, firstRow: sheet.rows[table.header.upperBound - 1].number + 1
        )
        let sorter = RowSorter(
            cells: cells, repeatedHeadings: table.repeatedHeadings,
            mapped: Set(table.columns.compactMap { $0 }),
            identifying: table.columns.prefix(2).compactMap { $0 }, footerStarts: []
        )
        for (index, kind) in zip(table.body, sorter.kinds(of: table.body)) {
            let row = sheet.rows[index]
            switch kind {
            case .ignored(let reason): tally.ignore(reason)
            case .total, .footer: tally.ignore(.note)
            case .data, .continuation, .rejected:
                let draft = StatementDraft(fields(of: row, cells), at: sheet, row: row.number)
                if draft.add(as: pattern.meaning, to: &drafts) {
                    tally.read += 1
                } else {
                    tally.rejected += 1
                }
            }
        }
    }

    private func fields(of row: SheetRow, _ cells: TableCells) -> [String: RawCell] {
        var fields: [String: RawCell] = [:]
        for (field, place) in zip(pattern.fields, table.columns) {
            guard let place else { continue }
            fields[field.name] = cells.cell(row: row.number, column: place)
        }
        return fields
    }
}
