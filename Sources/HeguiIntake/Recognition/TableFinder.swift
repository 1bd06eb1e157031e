internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Finds the tables of a sheet and what each is to be read as.
struct TableFinder {
    /// What a sheet's tables are, and findings about those that cannot be told.
    struct Result {
        var tables: [FoundTable] = []
        var findings: [DataFinding] = []
        /// The rows at which tables begin that are not read, as indices into the sheet's rows.
        var unread: [Int] = []
    }

    let sheet: Sheet
    let book: PatternBook

    func find() -> Result {
        var result = Result()
        var drafts: [(hit: HeaderHit, pattern: Int, preamble: Range<Int>, repeats: Set<Int>)] = []
        for hit in HeaderScan(sheet: sheet, book: book).hits() {
            let end = drafts.last.map { $0.hit.rows.upperBound } ?? 0
            if let last = drafts.last, repeats(hit, last.hit, pattern: last.pattern) {
                drafts[drafts.count - 1].repeats.formUnion(hit.rows)
                continue
            }
            switch choose(hit, text: text(of: end..<hit.rows.lowerBound)) {
            case .failure(let tie):
                result.findings.append(tie.finding)
                result.unread.append(hit.rows.lowerBound)
            case .success(let pattern):
                if let finding = repeatedHeading(hit, pattern) {
                    result.findings.append(finding)
                    result.unread.append(hit.rows.lowerBound)
                    continue
                }
                let start =
                    drafts.isEmpty ? 0 : preambleStart(before: hit.rows.lowerBound, end, pattern)
                drafts.append((hit, pattern, start..<hit.rows.lowerBound, []))
            }
        }
        for (index, draft) in drafts.enumerated() {
            let isLast = index + 1 == drafts.count
            let end = isLast ? sheet.rows.count : drafts[index + 1].preamble.lowerBound
            result.tables.append(
                FoundTable(
                    pattern: draft.pattern, preamble: draft.preamble, header: draft.hit.rows,
                    body: draft.hit.rows.upperBound..<end, repeatedHeadings: draft.repeats,
                    columns: draft.hit.columns[draft.pattern] ?? []
                )
            )
        }
        return result
    }

    /// Ends each table before rows that are headings of another one, though not all of them are
    /// there, so that what stands below these is not taken for the table's own.
    func end(_ result: inout Result, before strays: [Int]) {
        for stray in strays {
            guard let index = result.tables.firstIndex(where: { $0.body.contains(stray) }) else {
                continue
            }
            let table = result.tables[index]
            let start = preambleStart(before: stray, table.body.lowerBound, table.pattern)
            result.tables[index] = FoundTable(
                pattern: table.pattern, preamble: table.preamble, header: table.header,
                body: table.body.lowerBound..<start, repeatedHeadings: table.repeatedHeadings,
                columns: table.columns)
            result.unread.append(stray)
        }
    }

    /// The same headings again, without a title or a labelled value of their own above them.
    private func repeats(_ hit: HeaderHit, _ last: HeaderHit, pattern: Int) -> Bool {
        guard hit.columns[pattern] == last.columns[pattern] else { return false }
        let start = preambleStart(
            before: hit.rows.lowerBound, last.rows.upperBound, pattern
        )
        let above = text(of: start..<hit.rows.lowerBound)
        let words = book.patterns[pattern]
        return !words.labels.contains { above.contains($0) }
            && (words.titleWords.isEmpty || !words.titleWords.allSatisfy { above.contains($0) })
    }

    /// Two columns with the heading of one field: which is meant cannot be told.
    private func repeatedHeading(_ hit: HeaderHit, _ pattern: Int) -> DataFinding? {
        let columns = Set((hit.columns[pattern] ?? []).compactMap { $0 })
        let row = sheet.rows[hit.rows.upperBound - 1]
        let others = row.cells.filter { !columns.contains($0.column) }
            .map { (cell: $0, key: HeadingText.key($0.text)) }
        guard !others.isEmpty else { return nil }
        for cell in row.cells where columns.contains(cell.column) {
            let key = HeadingText.key(cell.text)
            guard let other = others.first(where: { $0.key == key })?.cell else { continue }
            return DataFinding(
                .headingRepeated, .verify, zh: "有两列的列名都是“\(cell.text.compact)”，不能确定用哪一列，本表未读取",
                en:
                    "two columns are headed `\(cell.text.compact)`; the table is not read on a guess",
                at: sheet.address(row: row.number, column: other.column),
                related: [sheet.address(row: row.number, column: cell.column)],
                help: Message(zh: "改正或删除其中一列", en: "rename or remove one of them")
            )
        }
        return nil
    }

    private struct Tie: Error {
        let finding: DataFinding
    }

    /// Chooses what a table is: an annex whose title stands above it, an annex without title words, a
    /// plain register, an annex without its title; among equals the one with most columns.
    private func choose(_ hit: HeaderHit, text: String) -> Swift.Result<Int, Tie> {
        let ranked = hit.columns.map { pattern, columns in
            (pattern: pattern, rank: rank(pattern, text), count: HeaderHit.count(columns))
        }.sorted { ($1.rank, $1.count, $0.pattern) < ($0.rank, $0.count, $1.pattern) }
        guard let best = ranked.first else { return .success(0) }
        let equals = ranked.filter { ($0.rank, $0.count) == (best.rank, best.count) }
        guard equals.count > 1 else { return .success(best.pattern) }
        let titles = equals.map { book.patterns[$0.pattern].title }
        let finding = DataFinding(
            .formsTied, .verify,
            zh: "无法确定这张表是哪一种：" + titles.map { $0.text(in: .chinese) }.joined(separator: "、"),
            en: "cannot tell what this table is: "
                + titles.map { $0.text(in: .english) }.joined(separator: ", "),
            at: sheet.address(row: sheet.rows[hit.rows.lowerBound].number),
            help: Message(
                zh: "在表格上方写上表名，或补上缺少的列",
                en: "write the form's title above the table, or add the columns it lacks"
            )
        )
        return .failure(Tie(finding: finding))
    }

    private func rank(_ pattern: Int, _ text: String) -> Int {
        let value = book.patterns[pattern]
        if case .register = value.meaning { return 1 }
        if value.titleWords.isEmpty { return 2 }
        return value.titleWords.allSatisfy { text.contains($0) } ? 3 : 0
    }

    /// Where the rows begin that belong to the headings below them rather than to the table above.
    private func preambleStart(before header: Int, _ limit: Int, _ pattern: Int) -> Int {
        let words = book.patterns[pattern]
        var start = header
        while start > limit {
            let cells = sheet.rows[start - 1].cells
            let text = cells.map(\.text.compact).joined()
            let isNote = RowWords.isNote(text)
            let isTitle =
                !words.titleWords.isEmpty && words.titleWords.contains(where: text.contains)
            let isLabelled = words.labels.contains(where: text.contains)
            guard isTitle || isLabelled || (cells.count == 1 && !isNote) else { break }
            start -= 1
        }
        return start
    }

    private func text(of rows: Range<Int>) -> String {
        rows.suffix(30).map { sheet.rows[$0].cells.map(\.text.compact).joined() }.joined()
    }
}

/// A table in a sheet; ranges are indices into the sheet's rows.
struct FoundTable {
    /// Index into the book's patterns.
    let pattern: Int
    /// What stands above the headings: the title, the unit, the year.
    let preamble: Range<Int>
    let header: Range<Int>
    let body: Range<Int>
    /// Rows of the body that repeat the headings.
    let repeatedHeadings: Set<Int>
    /// The column of each of the pattern's fields.
    let columns: [Int?]
}
