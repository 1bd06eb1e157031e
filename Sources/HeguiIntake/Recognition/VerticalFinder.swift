internal import HeguiPack
internal import HeguiSheets

/// Finds out whether a sheet is a vertical annex.
struct VerticalFinder {
    let sheet: Sheet
    let annexes: [Annex]

    /// Longer sheets are registers; an annex fills a page.
    private static let longest = 5_000

    /// Returns the annex of which all needed labels are there; its title decides, then how many of
    /// its labels there are.
    func find() -> VerticalAnnex? {
        guard !annexes.isEmpty, !sheet.rows.isEmpty, sheet.rows.count <= Self.longest else {
            return nil
        }
        // What is longer than any value may be holds no label.
        let longest = CellLength.limit(of: .ticks)
        let bytes = JoinedBytes(sheet, longest: longest)
        let annexes = annexes.filter { mayMatch($0, bytes) }
        guard !annexes.isEmpty else { return nil }
        let text = SheetText(sheet, rows: sheet.rows.indices, longest: longest)
        let whole = text.joined
        var best: VerticalAnnex?
        for annex in annexes {
            guard let found = match(annex, in: text, whole) else { continue }
            let isBetter =
                best.map {
                    (found.hasTitle ? 1 : 0, found.matched) > ($0.hasTitle ? 1 : 0, $0.matched)
                } ?? true
            if isBetter { best = found }
        }
        return best
    }

    private func match(
        _ annex: Annex, in text: SheetText, _ whole: String
    ) -> VerticalAnnex? {
        let rows = sheet.rows.indices
        let words = annex.titleWords.map(\.compact)
        let hasTitle = !words.isEmpty && words.allSatisfy { whole.contains($0) }
        let labelled = LabelledValue(
            sheet: sheet, rows: rows, labels: annex.columns.flatMap(\.headers)
        )
        var matched: Set<String> = []
        for column in annex.columns {
            if column.type == .ticks {
                if let from = column.from, !text.between(from, column.to).isEmpty {
                    matched.insert(column.name)
                }
            } else if labelled.find(column.headers) != nil {
                matched.insert(column.name)
            }
        }
        guard annex.recognisedBy.allSatisfy(matched.contains) else { return nil }
        return VerticalAnnex(
            annex: annex, hasTitle: hasTitle, matched: matched.count,
            people: people(annex, words)
        )
    }

    /// Whether the words of every label that is needed may stand somewhere; most sheets end here.
    private func mayMatch(_ annex: Annex, _ bytes: JoinedBytes) -> Bool {
        annex.columns.allSatisfy { column in
            guard annex.recognisedBy.contains(column.name), column.type != .ticks else {
                return true
            }
            return column.headers.contains { bytes.mayHold(HeadingText.key($0)) }
        }
    }

    /// Each person's annex begins with its title, or with its first label where one title stands
    /// above all of them.
    private func people(_ annex: Annex, _ words: [String]) -> [Range<Int>] {
        let titles = sheet.rows.indices.filter { index in
            let text = sheet.rows[index].cells.map(\.text.compact).joined()
            return !words.isEmpty && words.allSatisfy { text.contains($0) }
        }
        if titles.count > 1 { return parts(startingAt: titles) }
        let first = annex.columns.first {
            annex.recognisedBy.contains($0.name) && $0.type != .ticks
        }
        let keys = Set((first?.headers ?? []).map(HeadingText.key))
        let labels = sheet.rows.indices.filter { index in
            sheet.rows[index].cells.contains { cell in
                cell.kind == .text && HeadingText.keys(cell.text).contains(where: keys.contains)
            }
        }
        guard labels.count > 1 else { return [0..<sheet.rows.count] }
        // What stands above the first label belongs to the first person.
        let parts = parts(startingAt: [0] + labels.dropFirst())
        return parts.allSatisfy { isWhole(annex, $0) } ? parts : [0..<sheet.rows.count]
    }

    private func parts(startingAt starts: [Int]) -> [Range<Int>] {
        starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : sheet.rows.count
            return starts[index]..<end
        }
    }

    /// Whether some rows hold all labels that the annex needs.
    private func isWhole(_ annex: Annex, _ rows: Range<Int>) -> Bool {
        let labels = annex.columns.flatMap(\.headers)
        let labelled = LabelledValue(sheet: sheet, rows: rows, labels: labels)
        let text = SheetText(sheet, rows: rows, longest: CellLength.limit(of: .ticks))
        return annex.columns.filter { annex.recognisedBy.contains($0.name) }.allSatisfy { column in
            guard column.type == .ticks else { return labelled.find(column.headers) != nil }
            return column.from.map { !text.between($0, column.to).isEmpty } ?? false
        }
    }
}

/// A sheet that holds annexes of one person each, with labels beside the values.
struct VerticalAnnex {
    let annex: Annex
    let hasTitle: Bool
    /// How many of the annex's columns are there.
    let matched: Int
    /// The rows of each person's annex, as indices into the sheet's rows.
    let people: [Range<Int>]
}
