import HeguiSheets

/// Finds the rows of a sheet that are headings.
struct HeaderScan {
    let sheet: Sheet
    let book: PatternBook

    /// Rows that are looked at closely; further down only rows that begin like headings are.
    private static let closeRows = 60
    /// The most rows of a block that is a heading.
    private static let blockHeight = 4

    /// Returns the headings from top to bottom; they never overlap.
    func hits() -> [HeaderHit] {
        var hits: [HeaderHit] = []
        var known = KnownTexts()
        var index = 0
        while index < sheet.rows.count {
            defer { index += 1 }
            guard index < Self.closeRows || looksLikeHeading(sheet.rows[index], known) else {
                continue
            }
            let end = hits.last?.rows.upperBound ?? 0
            guard var hit = hit(at: index), hit.rows.lowerBound >= end else { continue }
            // A second row may say more: 办电 and 手机 below 联系电话.
            if let lower = self.hit(at: index + 1), lower.rows.contains(index),
                lower.count > hit.count
            {
                hit = lower
            }
            hits.append(hit)
            for row in hit.rows { known.insert(sheet.rows[row]) }
            index = hit.rows.upperBound - 1
        }
        return hits
    }

    /// Further down a heading repeats the texts of one above, or is written in a known word.
    private func looksLikeHeading(_ row: SheetRow, _ known: KnownTexts) -> Bool {
        var alike = 0
        for cell in row.cells where cell.kind == .text && cell.text.utf8.count < 200 {
            if known.contains(cell.text) || book.isPlainHeading(cell.text) { alike += 1 }
            if alike == 2 { return true }
        }
        return false
    }

    /// Returns the headings that end in this row, alone or with the row above it.
    private func hit(at index: Int) -> HeaderHit? {
        guard sheet.rows.indices.contains(index) else { return nil }
        let isBelow = index > 0 && sheet.rows[index - 1].number == sheet.rows[index].number - 1
        // Nearly all rows end here: none that holds data has a heading in or above it.
        guard holdsHeading(index) || isBelow && holdsHeading(index - 1) else { return nil }
        let own = texts(of: index)
        let first = index - depth(of: index)
        let keys = own.mapValues { $0.flatMap(HeadingText.keys) }
        let alone = complete(keys, first..<index + 1)
        guard isBelow, let both = combined(own, above: index) else { return alone }
        let together = complete(both, index - 1..<index + 1)
        guard let together, together.count > alone?.count ?? 0 else { return alone }
        return together
    }

    /// Whether a cell of a row, or of a block that reaches it, holds a known heading.
    private func holdsHeading(_ index: Int) -> Bool {
        let row = sheet.rows[index]
        if row.cells.contains(where: { $0.kind == .text && book.isHeading($0.text) }) {
            return true
        }
        return blocks(mergedInto: row.number).contains { block in
            let above = sheet.cell(row: block.firstRow, column: block.firstColumn)
            return above.map { $0.kind == .text && book.isHeading($0.text) } ?? false
        }
    }

    /// The headings of a row together with those of the row above it; nil where neither row has any
    /// that is known.
    private func combined(_ own: [Int: [String]], above index: Int) -> [Int: [String]]? {
        let upper = texts(of: index - 1)
        let keys = (Array(own.values) + upper.values).map { $0.flatMap(HeadingText.keys) }
        guard keys.contains(where: isKnown) else { return nil }
        var both: [Int: [String]] = [:]
        for column in Set(own.keys).union(upper.keys) {
            let lowerText = own[column]?.joined() ?? ""
            let upperText = upper[column]?.joined() ?? ""
            both[column] = [lowerText, upperText + lowerText, upperText]
                .flatMap(HeadingText.keys)
        }
        return both
    }

    /// Returns what the headings may be that end in a row: its own, and those of two rows.
    func headings(at index: Int) -> [[Int: [String]]] {
        let own = texts(of: index)
        let alone = own.mapValues { $0.flatMap(HeadingText.keys) }
        guard index > 0, sheet.rows[index - 1].number == sheet.rows[index].number - 1,
            let both = combined(own, above: index)
        else { return [alone] }
        return [alone, both]
    }

    private func isKnown(_ keys: [String]) -> Bool {
        keys.contains { book.entries[$0] != nil }
    }

    private func complete(_ headings: [Int: [String]], _ rows: Range<Int>) -> HeaderHit? {
        let columns = book.columns(of: headings).filter { pattern, columns in
            let needed = book.patterns[pattern].needed
            return !needed.isEmpty && needed.allSatisfy { columns[$0] != nil }
        }
        return columns.isEmpty ? nil : HeaderHit(rows: rows, columns: columns)
    }

    /// How many rows above this one hold parts of its headings, in blocks merged downwards.
    private func depth(of index: Int) -> Int {
        let number = sheet.rows[index].number
        let rows = blocks(mergedInto: number).map { number - $0.firstRow }
        return min(index, rows.max() ?? 0)
    }

    /// The low blocks that begin above a row and reach it.
    private func blocks(mergedInto row: Int) -> [MergedRange] {
        sheet.merged.ranges(startingIn: row - Self.blockHeight + 1..<row).filter {
            row <= $0.lastRow && $0.lastRow - $0.firstRow < Self.blockHeight
        }
    }

    /// The texts of a row by column; a block merged from above shows its text here too.
    func texts(of index: Int) -> [Int: [String]] {
        let row = sheet.rows[index]
        var texts: [Int: [String]] = [:]
        for cell in row.cells where cell.kind == .text { texts[cell.column] = [cell.text] }
        for block in blocks(mergedInto: row.number) {
            let above = sheet.cell(row: block.firstRow, column: block.firstColumn)
            guard let above, above.kind == .text, texts[block.firstColumn] == nil else { continue }
            texts[block.firstColumn] = [above.text]
        }
        return texts
    }
}

/// The texts of the headings that a sheet has had so far.
private struct KnownTexts {
    private var texts: Set<String> = []
    private var starts = TextStarts()

    mutating func insert(_ row: SheetRow) {
        for cell in row.cells where texts.insert(cell.text).inserted { starts.insert(cell.text) }
    }

    func contains(_ text: String) -> Bool { starts.mayBegin(text) && texts.contains(text) }
}

/// Rows that hold the headings of one or more patterns; rows are indices into the sheet's rows.
struct HeaderHit {
    let rows: Range<Int>
    /// For each pattern that is complete, the column of each field.
    var columns: [Int: [Int?]]

    /// The greatest number of headings that one pattern finds here.
    var count: Int { columns.values.map(HeaderHit.count).max() ?? 0 }

    static func count(_ columns: [Int?]) -> Int { columns.count { $0 != nil } }
}
