internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Says of a table that nothing recognises what it is nearest to, and notes it as an annex that was
/// not read where it seems to be one.
struct UnreadTable {
    let sheet: Sheet
    let book: PatternBook
    let names: FormNames

    /// Reports the table that begins at or behind a row, given by its index.
    func report(from start: Int, _ found: TableFinder.Result, to drafts: inout DraftTables) {
        let end = found.tables.map(\.preamble.lowerBound).filter { $0 > start }.min()
        let rows = start..<(end ?? sheet.rows.count)
        let nearest = NearestPattern(sheet: sheet, book: book, rows: rows)
        // What is tied or has a heading twice was reported as such.
        if found.findings.isEmpty { drafts.report(nearest.finding()) }
        // What stands above it and below the table before.
        let above = found.tables.map(\.body.upperBound).filter { $0 <= start }.max() ?? 0
        let top = above..<min(rows.upperBound, start + 20)
        guard let (annex, evidence) = annex(rows, below: top, nearest, of: drafts.pack) else {
            return
        }
        var receipt = AnnexArrival(
            annex: annex, address: sheet.address(row: sheet.rows[start].number), state: .unread,
            evidence: evidence)
        if let heading = annex.owner(in: drafts.pack)?.heading {
            receipt.named =
                AnnexHeading(annex: annex, sheet: sheet).values(in: top)[heading]?.written
        }
        let titles = sheet.rows[top].prefix(5).map { $0.cells.map(\.text.compact).joined() }
        receipt.clues =
            titles + AnnexArrival.clues(file: sheet.file, sheet: sheet.name)
        drafts.receipts.append(receipt)
    }

    /// The annex that the table seems to be: by its title, by most of its headings, or by the name
    /// of the sheet, the file or the folder.
    private func annex(
        _ rows: Range<Int>, below top: Range<Int>, _ nearest: NearestPattern, of pack: Pack
    ) -> (Annex, AnnexArrival.Evidence)? {
        let text = sheet.rows[top].map { $0.cells.map(\.text.compact).joined() }.joined()
        let titled = pack.annexes.filter { annex in
            !annex.titleWords.isEmpty && annex.titleWords.allSatisfy { text.contains($0.compact) }
        }
        if titled.count == 1 { return (titled[0], .contents) }
        if let annex = nearest.likelyAnnex { return (annex, .contents) }
        let lines = sheet.rows[rows].prefix(20).count { $0.cells.count > 1 }
        guard lines > 1 else { return nil }
        let clues = AnnexArrival.clues(file: sheet.file, sheet: sheet.name)
        let id = clues.lazy.compactMap { names.annex(in: $0) }.first
        return pack.annexes.first { $0.id == id }.map { ($0, .name) }
    }
}
