internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Finds the tables of a sheet by their headings, to the letter where that can be, else by headings
/// that are nearly those of a form.
struct TableSearch {
    let sheet: Sheet
    let book: PatternBook

    /// Rows among which near headings are looked for in a sheet without a table.
    private static let closeRows = 80
    /// Longer sheets hold one table.
    private static let longest = 5_000

    /// Returns the tables, and the book by which they were found; `hasOther` says that the sheet is
    /// something else by its title.
    func find(hasOther: Bool) -> (TableFinder.Result, PatternBook) {
        let finder = TableFinder(sheet: sheet, book: book)
        var result = finder.find()
        guard !hasOther else { return (result, book) }
        let near = NearHeadings(sheet: sheet, book: book)
        if result.tables.isEmpty {
            guard result.findings.isEmpty,
                let other = near.book(of: sheet.rows.indices.prefix(Self.closeRows))
            else { return (result, book) }
            result = TableFinder(sheet: sheet, book: other).find()
            return (ended(result, other), other)
        }
        var own = book
        let strays = strays(in: result, book)
        if !strays.isEmpty, let other = near.book(of: strays) {
            own = other
            result = TableFinder(sheet: sheet, book: own).find()
        }
        for table in result.tables {
            own = NearHeadings(sheet: sheet, book: own).book(of: table) ?? own
        }
        if !own.near.isEmpty { result = TableFinder(sheet: sheet, book: own).find() }
        return (ended(result, own), own)
    }

    private func ended(_ result: TableFinder.Result, _ book: PatternBook) -> TableFinder.Result {
        var result = result
        let strays = strays(in: result, book)
        TableFinder(sheet: sheet, book: book).end(&result, before: strays)
        return result
    }

    /// Rows within tables that hold most headings that a pattern needs, though not all.
    private func strays(in result: TableFinder.Result, _ book: PatternBook) -> [Int] {
        guard sheet.rows.count <= Self.longest else { return [] }
        return result.tables.flatMap { table in
            table.body.filter { index in
                !table.repeatedHeadings.contains(index) && areHeadings(sheet.rows[index], book)
            }
        }
    }

    private func areHeadings(_ row: SheetRow, _ book: PatternBook) -> Bool {
        guard row.cells.count > 2, row.cells.allSatisfy({ $0.kind == .text }),
            row.cells.contains(where: { book.isPlainHeading($0.text) }),
            row.cells.count(where: { book.entries[HeadingText.key($0.text)] != nil }) > 2
        else { return false }
        let headings = row.cells.map { ($0.column, HeadingText.keys($0.text)) }
        let columns = book.columns(of: Dictionary(headings) { first, _ in first })
        return columns.contains { pattern, columns in
            let count = HeaderHit.count(columns)
            return count > 2 && count * 2 > row.cells.count
                && book.patterns[pattern].needed.contains { columns[$0] != nil }
        }
    }

    /// Returns a finding for each heading of a table that is only nearly one of its form.
    func near(of table: FoundTable) -> [DataFinding] {
        let pattern = book.patterns[table.pattern]
        let own = book.near.filter { $0.pattern == table.pattern }
        guard !own.isEmpty else { return [] }
        var findings: [DataFinding] = []
        for row in sheet.rows[table.header] {
            for cell in row.cells {
                guard let field = table.columns.firstIndex(of: cell.column) else { continue }
                let keys = HeadingText.keys(cell.text)
                let main = pattern.dayFields.first { $0.value == field }?.key ?? field
                guard own.contains(where: { $0.field == main && keys.contains($0.key) }) else {
                    continue
                }
                let title = pattern.fields[main].title
                findings.append(
                    .headingNear(
                        cell.text.compact, as: title,
                        level: pattern.needed.contains(main) ? .verify : .hint,
                        at: sheet.address(row: row.number, column: cell.column)))
            }
        }
        return findings
    }
}

extension DataFinding {
    /// Returns the finding for a heading or label that is read as another that is near it.
    static func headingNear(
        _ text: String, as title: String, level: Level = .verify, at cell: CellAddress
    ) -> DataFinding {
        DataFinding(
            .headingNear, level, zh: "“\(text)”按“\(title)”读取，请核实",
            en: "`\(text)` is read as `\(title)`; check that this is meant", at: cell,
            help: Message(zh: "改为“\(title)”", en: "write `\(title)`"))
    }
}
