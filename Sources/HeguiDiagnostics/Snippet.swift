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

/// A stretch of one line that is underlined, with what is said about it.
struct SnippetMark {
    /// 1-based.
    var line: Int
    /// Bytes in the file; may be empty.
    var range: Range<Int>
    var isPrimary: Bool
    /// Empty if nothing is said.
    var label: String
}

extension SnippetMark {
    /// A span over more lines than this is marked on its first and last lines only.
    private static let mostLines = 4

    /// Returns the marks of `span`, one a line; the last one has the label.
    static func marks(
        of span: Span, in source: SourceText, isPrimary: Bool, label: String
    ) -> [SnippetMark] {
        let first = source.position(atOffset: span.start.offset).line
        var end = source.position(atOffset: max(span.start.offset, span.end.offset))
        if end.line > first && end.column == 1 {
            // The span ends with a line break: nothing of the last line is in it.
            end = source.position(atOffset: end.offset - 1)
        }
        let last = end.line
        let lines =
            last - first < mostLines ? Array(first...last) : [first, first + 1, last - 1, last]
        var marks: [SnippetMark] = []
        for line in lines {
            guard let whole = source.byteRange(ofLine: line) else { continue }
            let margin = whole.first { source.bytes[$0] != 0x20 && source.bytes[$0] != 0x09 }
            let low = line == first ? min(span.start.offset, whole.upperBound) : margin
            let high = line == last ? min(end.offset, whole.upperBound) : whole.upperBound
            guard let low, low < high || first == last else { continue }
            marks.append(
                SnippetMark(
                    line: line, range: low..<max(low, high), isPrimary: isPrimary, label: "")
            )
        }
        if !marks.isEmpty { marks[marks.count - 1].label = label }
        return marks
    }
}
