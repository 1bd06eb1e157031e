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
