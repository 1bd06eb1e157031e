internal import HeguiDiagnostics
internal import HeguiSheets

/// Finds values that stand after their label: in the same cell (`填报单位：甲局 填报人：…`) or in
/// the next cell of the row.
struct LabelledValue {
    let sheet: Sheet
    /// Indices into the sheet's rows.
    let rows: Range<Int>
    /// All labels of the form, without blanks: a value ends where another label begins.
    let labels: Set<String>
    private let texts: [Place]

    /// A cell with text, in the forms in which labels are looked for.
    private struct Place {
        let row: Int
        let place: Int
        let keys: [String]
        let compact: String
    }

    init(sheet: Sheet, rows: Range<Int>, labels: [String]) {
        self.sheet = sheet
        self.rows = rows
        self.labels = Set(labels.map(HeadingText.key))
        texts = rows.flatMap { row in
            sheet.rows[row].cells.enumerated().compactMap { place, cell in
                guard cell.kind == .text, cell.text.utf8.count <= HeadingText.longest else {
                    return nil
                }
                return Place(
                    row: row, place: place, keys: HeadingText.keys(cell.text),
                    compact: cell.text.compact.lowercased())
            }
        }
    }

    /// Returns the cell with the value of the first of `wanted` that is there, and where it
    /// stands; the cell is nil where nothing is written. Returns nil where no label is there.
    func find(_ wanted: [String]) -> (cell: RawCell?, address: CellAddress)? {
        let keys = wanted.map(HeadingText.key)
        for text in texts {
            let row = sheet.rows[text.row]
            for key in keys where text.compact.contains(key) {
                let cell = row.cells[text.place]
                guard let value = inline(cell.text, label: key) else { continue }
                if value.isEmpty {
                    let beside = next(after: text.place, in: row)
                    if beside.cell != nil { return beside }
                }
                let address = sheet.address(row: row.number, column: cell.column)
                let found = RawCell(column: cell.column, text: value)
                return (value.isEmpty ? nil : found, address)
            }
            if text.keys.contains(where: keys.contains) { return next(after: text.place, in: row) }
        }
        return nil
    }

    /// Returns a label that is nearly one of `wanted` and no other label of the form, with the cell
    /// behind it.
    func near(
        _ wanted: [String]
    ) -> (label: String, cell: RawCell?, address: CellAddress)? {
        let keys = wanted.map(HeadingText.key)
        var found: [String] = []
        for text in texts {
            guard let colon = text.compact.firstIndex(of: ":") else { continue }
            let label = text.compact[..<colon].prefix { $0 != "(" }
            let isNear = keys.contains {
                HeadingLikeness.share(String(label), $0) >= HeadingLikeness.possible
            }
            guard isNear, label.count <= 8, !labels.contains(String(label)),
                !HeadingLikeness.isOfAnother(String(label)), !found.contains(String(label))
            else { continue }
            found.append(String(label))
        }
        guard found.count == 1, let value = find(found), value.cell != nil else { return nil }
        return (found[0], value.cell, value.address)
    }

    /// The next cell of the row, unless it is a label itself.
    private func next(after place: Int, in row: SheetRow) -> (cell: RawCell?, address: CellAddress)
    {
        let label = row.cells[place]
        let width = sheet.merged.range(row: row.number, column: label.column)
        let empty = sheet.address(row: row.number, column: (width?.lastColumn ?? label.column) + 1)
        guard place + 1 < row.cells.count else { return (nil, empty) }
        var cell = row.cells[place + 1]
        let keys = HeadingText.keys(cell.text)
        let startsLabel = labels.contains { key in
            keys.contains(key) || Self.valueStart(in: cell.text.compact.lowercased(), key) != nil
        }
        guard !startsLabel else { return (nil, empty) }
        if cell.kind == .text { cell.text = Self.withoutSeal(cell.text.trimmingBlankFill) }
        let address = sheet.address(row: row.number, column: cell.column)
        return (cell.text.isEmpty ? nil : cell, address)
    }

    /// The text after `label:` in a cell, up to the next label with a colon.
    private func inline(_ text: String, label: String) -> String? {
        let folded = text.foldedWidth
        let plain = folded.lowercased()
        var compactToFolded: [String.Index] = []
        var compact = ""
        for index in plain.indices where !plain[index].isWhitespace {
            compactToFolded.append(index)
            compact.append(plain[index])
        }
        guard compact.count == compactToFolded.count, plain.count == folded.count,
            let first = Self.valueStart(in: compact, label)
        else { return nil }
        let end = compact.distance(from: compact.startIndex, to: first)
        guard end < compactToFolded.count else { return "" }
        let start = plain.distance(from: plain.startIndex, to: compactToFolded[end])
        let value = LabelledValue.cut(String(folded.dropFirst(start))).trimmingBlankFill.trimmed
        return Self.withoutSeal(value)
    }

    /// Where the value begins behind a label with a colon; a remark in brackets may stand between
    /// the two: `填报单位(公章):`.
    private static func valueStart(in text: String, _ label: String) -> String.Index? {
        for range in text.ranges(of: label) {
            var place = range.upperBound
            while place < text.endIndex, text[place] == "(",
                let end = text[place...].prefix(longestRemark).firstIndex(of: ")")
            {
                place = text.index(after: end)
            }
            if place < text.endIndex, text[place] == ":" { return text.index(after: place) }
        }
        return nil
    }

    private static let longestRemark = 14

    /// The text without a word for the seal in brackets: `甲局(盖章)`.
    private static func withoutSeal(_ text: String) -> String {
        var rest = text.foldedWidth
        guard rest.contains("章") else { return text }
        for word in ["盖章", "公章", "签章", "印章", "加盖公章", "盖公章", "单位公章", "单位盖章", "章"] {
            rest = rest.replacing("(\(word))", with: "")
        }
        return rest.trimmed
    }

    /// Cuts before the word that stands before the next colon: `19900000001 QQ号：` ends before QQ.
    private static func cut(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        let before = text[..<colon]
        let isClock = before.last?.isNumber == true
        if isClock { return text }
        let word = before.reversed().prefix { $0.isLetter }
        return String(before.dropLast(word.count))
    }
}
