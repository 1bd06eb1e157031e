package import HeguiDiagnostics

/// A scalar's text after folding and unescaping, and where each of its bytes came from.
package struct Scalar: Sendable {
    package enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package var text: String
    package var style: Style
    /// The scalar as written, quotes and indicators included.
    package var span: Span
    /// In the order of `text`; empty where the text is known only as a whole.
    private var pieces: [ScalarPiece]

    package init(text: String, style: Style, span: Span) {
        self.init(text: text, style: style, span: span, pieces: [])
    }

    init(text: String, style: Style, span: Span, pieces: [ScalarPiece]) {
        self.text = text
        self.style = style
        self.span = span
        self.pieces = pieces
    }

    /// Whether nothing is written here, as after the colon of `key:`; `""` is not empty.
    package var isEmpty: Bool {
        style == .plain && text.isEmpty
    }

    /// Returns where the UTF-8 bytes `range` of `text` stand in the file.
    ///
    /// What was escaped or folded is covered whole. An empty range gives an empty span. A range
    /// that leaves the text is cut to it. Without knowledge of the parts, the answer is `span`.
    ///
    /// - Complexity: logarithmic in the number of lines, linear in the length of the line.
    package func span(of range: Range<Int>) -> Span {
        guard let first = pieces.first, let last = pieces.last else { return span }
        let length = text.utf8.count
        let low = min(max(range.lowerBound, 0), length)
        let high = min(max(range.upperBound, low), length)
        let start = low < length ? place(ofByte: low, atEnd: false) : last.end
        let end = high > low ? place(ofByte: high - 1, atEnd: true) : start
        let lowest = max(first.start, min(start, last.end))
        return Span(file: span.file, start: lowest, end: max(lowest, end))
    }

    /// Returns where the character with the byte at `index` begins or ends in the file.
    private func place(ofByte index: Int, atEnd: Bool) -> Position {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].textStart <= index { low = middle } else { high = middle }
        }
        let piece = pieces[low]
        guard piece.isVerbatim else { return atEnd ? piece.end : piece.start }
        return piece.place(of: index, in: text.utf8, atEnd: atEnd)
    }
}
