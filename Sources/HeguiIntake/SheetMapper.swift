internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one sheet: finds its tables and annexes, and reads each as what it is.
struct SheetMapper {
    let sheet: Sheet
    let book: PatternBook

    /// Returns what became of the sheet's rows.
    func map(into drafts: inout DraftTables) -> FileAccount.Sheet {
        var tally = SheetRowCounts()
        let vertical = VerticalFinder(sheet: sheet, annexes: book.verticalAnnexes).find()
        let found = TableFinder(sheet: sheet, book: book).find()
        if let vertical, !isBetter(found, than: vertical) {
            for rows in vertical.people {
                VerticalMapper(annex: vertical.annex, sheet: sheet, rows: rows, pack: drafts.pack)
                    .map(into: &drafts, &tally)
            }
            let covered = vertical.people.reduce(0) { $0 + $1.count }
            tally.ignore(.heading, count: sheet.rows.count - covered)
            return tally.account(of: sheet)
        }
        found.findings.forEach { drafts.report($0) }
        guard !found.tables.isEmpty else {
            tally.ignore(.unrecognised, count: sheet.rows.count)
            let isEmpty = sheet.rows.isEmpty
            if !isEmpty && found.findings.isEmpty {
                drafts.report(NearestPattern(sheet: sheet, book: book).finding())
            }
            return tally.account(of: sheet)
        }
        for table in found.tables {
            map(table, into: &drafts, &tally)
            reportUnread(table, &drafts)
        }
        // Rows between tables that belong to none of them.
        let accounted = tally.account(of: sheet).rowCount - sheet.cutRows
        tally.ignore(.text, count: sheet.rows.count - accounted)
        return tally.account(of: sheet)
    }

    private func map(
        _ table: FoundTable, into drafts: inout DraftTables, _ tally: inout SheetRowCounts
    ) {
        let pattern = book.patterns[table.pattern]
        switch pattern.meaning {
        case .annex(let annex):
            AnnexMapper(annex: annex, sheet: sheet, table: table).map(into: &drafts, &tally)
        case .register(let dataset):
            RegisterMapper(dataset: dataset, pattern: pattern, sheet: sheet, table: table)
                .map(into: &drafts, &tally)
        case .waivers, .explanations:
            StatementMapper(pattern: pattern, sheet: sheet, table: table)
                .map(into: &drafts, &tally)
        }
    }

    /// An annex whose title stands in the sheet goes before a table that is there by its headings
    /// only.
    private func isBetter(_ found: TableFinder.Result, than vertical: VerticalAnnex) -> Bool {
        guard let table = found.tables.first else { return false }
        if vertical.hasTitle { return false }
        return HeaderHit.count(table.columns) > vertical.matched
    }

    /// Columns with a heading that nothing reads.
    func reportUnread(_ table: FoundTable, _ drafts: inout DraftTables) {
        let known = Set(table.columns.compactMap { $0 })
        var headings: [(column: Int, text: String)] = []
        for row in sheet.rows[table.header] {
            for cell in row.cells
            where !known.contains(cell.column) && !SheetMapper.isRunningNumber(cell.text) {
                headings.append((cell.column, cell.text.compact))
            }
        }
        let isMerged = table.header.count > 1
        guard let first = headings.first, !isMerged else { return }
        let texts = headings.map(\.text).filter { $0.count <= 20 }
        let list = texts.joined(separator: "、")
        drafts.report(
            DataFinding(
                .columnsUnread, .hint, zh: "这些列没有读取：\(list)",
                en: "columns that are not read: \(list)",
                at: sheet.address(
                    row: sheet.rows[table.header.lowerBound].number, column: first.column
                )
            )
        )
    }

    private static func isRunningNumber(_ heading: String) -> Bool {
        ["序号", "序", "编号", "no.", "no", "#", "备注"].contains(HeadingText.key(heading))
            || heading.compact.isEmpty
    }
}
