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

/// A run of a scalar's text and the part of the file that it was read from.
struct ScalarPiece: Sendable {
    /// Offset in the scalar's UTF-8 text.
    var textStart: Int
    var start: Position
    var end: Position
    /// Whether the file has the same bytes, all on one line.
    var isVerbatim: Bool

    /// Returns where the character of a verbatim piece with the byte at `index` begins or ends.
    func place(of index: Int, in text: String.UTF8View, atEnd: Bool) -> Position {
        let isInside = { (byte: UInt8) in byte & 0xC0 == 0x80 }
        let pieceStart = text.index(text.startIndex, offsetBy: textStart)
        var cursor = text.index(pieceStart, offsetBy: index - textStart)
        if atEnd { cursor = text.index(after: cursor) }
        while atEnd && cursor < text.endIndex && isInside(text[cursor]) {
            cursor = text.index(after: cursor)
        }
        while !atEnd && cursor > pieceStart && isInside(text[cursor]) {
            cursor = text.index(before: cursor)
        }
        let passed = text[pieceStart..<cursor]
        return Position(
            offset: start.offset + passed.count,
            line: start.line,
            column: start.column + passed.count { !isInside($0) }
        )
    }
}

extension Scalar {
    /// Makes the scalar that libyaml read as `value` from the bytes `range`.
    ///
    /// The text is read a second time to learn where its parts came from. Were the two readings
    /// ever to differ, libyaml's text counts and its parts are unknown.
    init(_ value: [UInt8], style: Style, range: Range<Int>, source: SourceText) {
        var range = range
        let decoded: ScalarText
        switch style {
        case .plain, .singleQuoted, .doubleQuoted:
            decoded = FlowScalarDecoder.decode(range, of: source.bytes, style: style)
        case .literal, .folded:
            let block = BlockScalarDecoder.decode(
                range, of: source.bytes, isFolded: style == .folded, value: value
            )
            decoded = block.text
            range = range.lowerBound..<block.contentEnd
        }
        self.init(
            text: String(decoding: value, as: UTF8.self),
            style: style,
            span: source.span(range),
            pieces: decoded.bytes == value ? decoded.pieces(in: source) : []
        )
    }
}

/// A scalar's text under construction, with the file's bytes that each part comes from.
struct ScalarText {
    private struct Part {
        var textStart: Int
        var range: Range<Int>
        var isVerbatim: Bool
    }

    private(set) var bytes: [UInt8] = []
    private var parts: [Part] = []

    /// Appends the file's bytes `range` as they are; they hold no LF.
    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        if let last = parts.last, last.isVerbatim, last.range.upperBound == range.lowerBound {
            parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            parts.append(Part(textStart: bytes.count, range: range, isVerbatim: true))
        }
        bytes.append(contentsOf: source[range])
    }

    /// Appends `text` in place of the file's bytes `range`.
    mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
        guard !text.isEmpty else { return }
        parts.append(Part(textStart: bytes.count, range: range, isVerbatim: false))
        bytes.append(contentsOf: text)
    }

    func pieces(in source: SourceText) -> [ScalarPiece] {
        parts.map { part in
            ScalarPiece(
                textStart: part.textStart,
                start: source.position(atOffset: part.range.lowerBound),
                end: source.position(atOffset: part.range.upperBound),
                isVerbatim: part.isVerbatim
            )
        }
    }
}
