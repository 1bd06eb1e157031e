internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one sheet: reads each of its tables and annexes as what it is.
struct SheetMapper {
    let sheet: Sheet
    let form: SheetForm
    let names: FormNames

    /// Returns what became of the sheet's rows.
    func map(into drafts: inout DraftTables) -> FileAccount.Sheet {
        var tally = SheetRowCounts()
        switch form {
        case .reserved: tally.ignore(.reserved, count: sheet.rows.count)
        case .vertical(let vertical): map(vertical, into: &drafts, &tally)
        case .tables(let found, let book): map(found, by: book, into: &drafts, &tally)
        }
        return tally.account(of: sheet)
    }

    private func map(
        _ vertical: VerticalAnnex, into drafts: inout DraftTables, _ tally: inout SheetRowCounts
    ) {
        for rows in vertical.people {
            VerticalMapper(
                plan: drafts.plan(of: vertical.annex), sheet: sheet, rows: rows,
                pack: drafts.pack
            ).map(into: &drafts, &tally)
        }
        let covered = vertical.people.reduce(0) { $0 + $1.count }
        tally.ignore(.heading, count: sheet.rows.count - covered)
    }

    private func map(
        _ found: TableFinder.Result, by book: PatternBook, into drafts: inout DraftTables,
        _ tally: inout SheetRowCounts
    ) {
        found.findings.forEach { drafts.report($0) }
        let search = TableSearch(sheet: sheet, book: book)
        for table in found.tables {
            map(table, of: book, into: &drafts, &tally)
            search.near(of: table).forEach { drafts.report($0) }
            UnreadColumns(sheet: sheet, table: table).report(to: &drafts)
        }
        let unread = UnreadTable(sheet: sheet, book: book, names: names)
        for row in found.unread { unread.report(from: row, found, to: &drafts) }
        guard !found.tables.isEmpty else {
            tally.ignore(.unrecognised, count: sheet.rows.count)
            if !sheet.rows.isEmpty && found.unread.isEmpty {
                unread.report(from: 0, found, to: &drafts)
            }
            return
        }
        // Rows between tables that belong to none of them.
        let accounted = tally.account(of: sheet).rowCount - sheet.cutRows
        tally.ignore(.text, count: sheet.rows.count - accounted)
    }

    private func map(
        _ table: FoundTable, of book: PatternBook, into drafts: inout DraftTables,
        _ tally: inout SheetRowCounts
    ) {
        let pattern = book.patterns[table.pattern]
        switch pattern.meaning {
        case .annex(let annex):
            AnnexMapper(
                plan: drafts.plan(of: annex), sheet: sheet, table: table,
                dayFields: pattern.dayFields
            ).map(into: &drafts, &tally)
        case .register(let dataset):
            RegisterMapper(dataset: dataset, pattern: pattern, sheet: sheet, table: table)
                .map(into: &drafts, &tally)
        case .waivers, .explanations:
            StatementMapper(pattern: pattern, sheet: sheet, table: table)
                .map(into: &drafts, &tally)
        }
    }
}
