internal import HeguiPack
internal import HeguiSheets

/// Finds out whether a sheet is a vertical form.
struct VerticalFinder {
    let sheet: Sheet
    let forms: [Form]

    /// Longer sheets are registers; a form fills a page.
    private static let longest = 5_000

    /// Returns the form of which all needed labels are there; its title decides, then how many of
    /// its labels there are.
    func find() -> VerticalForm? {
        guard !forms.isEmpty, !sheet.rows.isEmpty, sheet.rows.count <= Self.longest else {
            return nil
        }
        var best: VerticalForm?
        for form in forms {
            guard let found = match(form) else { continue }
            let isBetter =
                best.map {
                    (found.hasTitle ? 1 : 0, found.matched) > ($0.hasTitle ? 1 : 0, $0.matched)
                } ?? true
            if isBetter { best = found }
        }
        return best
    }

    private func match(_ form: Form) -> VerticalForm? {
        let rows = sheet.rows.indices
        let text = SheetText(sheet, rows: rows)
        let whole = text.joined
        guard mayMatch(form, whole.lowercased()) else { return nil }
        let words = form.titleWords.map(\.compact)
        let hasTitle = !words.isEmpty && words.allSatisfy { whole.contains($0) }
        let labelled = LabelledValue(
            sheet: sheet, rows: rows, labels: form.columns.flatMap(\.headers)
        )
        var matched: Set<String> = []
        for column in form.columns {
            if column.type == .ticks {
                if let from = column.from, !text.between(from, column.to).isEmpty {
                    matched.insert(column.name)
                }
            } else if labelled.find(column.headers) != nil {
                matched.insert(column.name)
            }
        }
        guard form.recognisedBy.allSatisfy(matched.contains) else { return nil }
        return VerticalForm(
            form: form, hasTitle: hasTitle, matched: matched.count,
            people: people(words)
        )
    }

    /// Whether the words of every label that is needed stand somewhere; most sheets end here.
    private func mayMatch(_ form: Form, _ whole: String) -> Bool {
        form.columns.allSatisfy { column in
            guard form.recognisedBy.contains(column.name), column.type != .ticks else {
                return true
            }
            return column.headers.contains { whole.contains(HeadingText.key($0)) }
        }
    }

    /// Each person's form begins with its title.
    private func people(_ words: [String]) -> [Range<Int>] {
        let starts = sheet.rows.indices.filter { index in
            let text = sheet.rows[index].cells.map(\.text.compact).joined()
            return !words.isEmpty && words.allSatisfy { text.contains($0) }
        }
        guard starts.count > 1 else { return [0..<sheet.rows.count] }
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : sheet.rows.count
            return starts[index]..<end
        }
    }
}

/// A sheet that holds forms of one person each, with labels beside the values.
struct VerticalForm {
    let form: Form
    let hasTitle: Bool
    /// How many of the form's columns are there.
    let matched: Int
    /// The rows of each person's form, as indices into the sheet's rows.
    let people: [Range<Int>]
}
