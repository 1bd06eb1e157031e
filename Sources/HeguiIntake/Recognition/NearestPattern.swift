internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Says of a sheet that nothing recognises what it is nearest to and what it lacks.
struct NearestPattern {
    let sheet: Sheet
    let book: PatternBook
    /// The rows that nothing recognises, as indices into the sheet's rows.
    let rows: Range<Int>
    private let nearest: Nearest?

    private struct Nearest {
        let pattern: Int
        let columns: [Int?]
        let row: Int
    }

    init(sheet: Sheet, book: PatternBook, rows: Range<Int>) {
        self.sheet = sheet
        self.book = book
        self.rows = rows
        nearest = Self.nearest(in: sheet, rows, book)
    }

    /// The nearest pattern's annex, where at least half of the headings that it needs are there.
    var likelyAnnex: Annex? {
        guard let nearest, case .annex(let annex) = book.patterns[nearest.pattern].meaning else {
            return nil
        }
        let needed = book.patterns[nearest.pattern].needed
        let found = needed.count { nearest.columns[$0] != nil }
        return found > 1 && found * 2 >= needed.count ? annex : nil
    }

    func finding() -> DataFinding {
        let address = sheet.address(row: sheet.rows[rows].first?.number ?? 1)
        guard let nearest else {
            let found = headings()
            return DataFinding(
                .sheetUnrecognised, .verify,
                zh: "没有认出这张表：表头与任何表单或登记表都不符" + (found.isEmpty ? "" : "（\(found)）"),
                en: "nothing recognises this sheet: its headings belong to no form or register"
                    + (found.isEmpty ? "" : " (\(found))"),
                at: address, help: NearestPattern.help
            )
        }
        let pattern = book.patterns[nearest.pattern]
        let lacking = pattern.needed.filter { nearest.columns[$0] == nil }
            .map { pattern.fields[$0].title }
        return DataFinding(
            .sheetUnrecognised, .verify,
            zh: "没有认出这张表：最接近“\(pattern.title.text(in: .chinese))”，缺少列："
                + lacking.joined(separator: "、"),
            en: "nothing recognises this sheet: it is nearest to "
                + "`\(pattern.title.text(in: .english))`, which also needs: "
                + lacking.joined(separator: ", "),
            at: sheet.address(row: nearest.row), help: NearestPattern.help
        )
    }

    /// The texts of the first row that looks like headings; a row with digits may be about people.
    private func headings() -> String {
        let row = sheet.rows[rows].prefix(10).first { row in
            row.cells.count > 1
                && row.cells.allSatisfy { cell in
                    cell.kind == .text && cell.text.count <= 20
                        && !cell.text.unicodeScalars.contains { $0.properties.numericType != nil }
                }
        }
        return (row?.cells ?? []).prefix(12).map(\.text.compact).joined(separator: "、")
    }

    private static let help = Message(
        zh: "按表单的列名改正表头；如与审核无关，可移出文件夹",
        en: "mend the headings, or take the sheet out if it does not belong to the review"
    )

    /// The pattern of which the greatest part of the needed headings is there, in one row.
    private static func nearest(
        in sheet: Sheet, _ rows: Range<Int>, _ book: PatternBook
    ) -> Nearest? {
        var best: (nearest: Nearest, share: (Int, Int))?
        for row in sheet.rows[rows].prefix(30) {
            var headings: [Int: [String]] = [:]
            for cell in row.cells { headings[cell.column] = HeadingText.keys(cell.text) }
            for (pattern, columns) in book.columns(of: headings).sorted(by: { $0.key < $1.key }) {
                let needed = book.patterns[pattern].needed
                let found = needed.count { columns[$0] != nil }
                guard found > 0 else { continue }
                let share = (found * 1_000 / needed.count, HeaderHit.count(columns))
                if best.map({ $0.share < share }) ?? true {
                    let nearest = Nearest(pattern: pattern, columns: columns, row: row.number)
                    best = (nearest, share)
                }
            }
        }
        return best?.nearest
    }
}
