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
    /// The text that `pieces` are about, and where in it this one begins.
    private var whole: String
    private var offset = 0

    package init(text: String, style: Style, span: Span) {
        self.init(text: text, style: style, span: span, pieces: [])
    }

    init(text: String, style: Style, span: Span, pieces: [ScalarPiece]) {
        self.text = text
        self.style = style
        self.span = span
        self.pieces = pieces
        whole = text
    }

    /// Returns the UTF-8 bytes `range` of the text as a scalar that knows where it stands.
    ///
    /// A range that leaves the text is cut to it.
    package func part(_ range: Range<Int>) -> Scalar {
        let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
        var part = self
        part.text = String(decoding: bytes, as: UTF8.self)
        part.span = span(of: range)
        part.offset += range.lowerBound
        return part
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
        let length = whole.utf8.count
        let low = min(max(range.lowerBound, 0), text.utf8.count) + offset
        let high = min(max(range.upperBound + offset, low), offset + text.utf8.count)
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
        return piece.place(of: index, in: whole.utf8, atEnd: atEnd)
    }
}
