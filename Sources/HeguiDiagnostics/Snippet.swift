/// The lines of one file that a diagnostic shows.
struct Snippet {
    let source: SourceText
    let severity: Severity
    private(set) var marks: [SnippetMark] = []

    init(source: SourceText, severity: Severity) {
        self.source = source
        self.severity = severity
    }

    /// Adds the underlines of `span`; false if the file has no such place.
    mutating func mark(_ span: Span, isPrimary: Bool, label: String) -> Bool {
        guard span.start.offset <= source.bytes.count else { return false }
        marks += SnippetMark.marks(of: span, in: source, isPrimary: isPrimary, label: label)
        return true
    }

    /// The greatest line number shown.
    var lastLine: Int { marks.map(\.line).max() ?? 0 }

    /// Returns the lines with their numbers, `gutter` columns wide, and the rows under them.
    func rows(gutter: Int) -> [InkedRow] {
        var rows = [Self.frame("", gutter: gutter)]
        var previous: Int?
        for number in Set(marks.map(\.line)).sorted() {
            if let previous, number == previous + 2 {
                rows += lineRows(number - 1, gutter: gutter)
            } else if let previous, number > previous + 2 {
                var dots = InkedRow()
                dots.append("...", .frame)
                rows.append(dots)
            }
            rows += lineRows(number, gutter: gutter)
            previous = number
        }
        return rows
    }

    private func lineRows(_ number: Int, gutter: Int) -> [InkedRow] {
        guard let range = source.byteRange(ofLine: number) else { return [] }
        let here = marks.filter { $0.line == number }
        let focus = here.map(\.range.lowerBound).min() ?? range.lowerBound
        let line = DisplayLine(source, range: range, focus: focus)
        var row = Self.frame(String(number), gutter: gutter)
        row.append(" " + line.text)
        guard !here.isEmpty else { return [row] }
        let below = MarkedLine(line, marks: here, severity: severity).rows().map { under in
            var row = Self.frame("", gutter: gutter)
            row.append(" ")
            row.append(under)
            return row
        }
        return [row] + below
    }

    private static func frame(_ number: String, gutter: Int) -> InkedRow {
        var row = InkedRow()
        row.append(DisplayWidth.pad(number, to: gutter, alignment: .right) + " |", .frame)
        return row
    }
}
