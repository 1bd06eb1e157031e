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
    private var origin: Origin
    /// The text whose origin that is, and where in it this one begins.
    private var whole: String
    private var offset = 0

    /// Where the parts of a text came from.
    private enum Origin: Sendable {
        /// It is known only as a whole.
        case whole
        /// From these bytes, which are read a second time when a part is asked for.
        case flow(ScalarOrigin, Range<Int>)
        case pieces([ScalarPiece])
    }

    package init(text: String, style: Style, span: Span) {
        self.init(text: text, style: style, span: span, origin: .whole)
    }

    private init(text: String, style: Style, span: Span, origin: Origin) {
        self.text = text
        self.style = style
        self.span = span
        self.origin = origin
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
        let pieces = pieces
        guard let first = pieces.first, let last = pieces.last else { return span }
        let length = whole.utf8.count
        let low = min(max(range.lowerBound, 0), text.utf8.count) + offset
        let high = min(max(range.upperBound + offset, low), offset + text.utf8.count)
        let start = low < length ? place(ofByte: low, in: pieces, atEnd: false) : last.end
        let end = high > low ? place(ofByte: high - 1, in: pieces, atEnd: true) : start
        let lowest = max(first.start, min(start, last.end))
        return Span(file: span.file, start: lowest, end: max(lowest, end))
    }

    /// The runs of the text, in order; none where it is known only as a whole.
    ///
    /// Were this reading of the text ever to differ from libyaml's, libyaml's counts and its parts
    /// are unknown.
    private var pieces: [ScalarPiece] {
        switch origin {
        case .whole: return []
        case .pieces(let pieces): return pieces
        case .flow(let origin, let range):
            let source = origin.source
            let decoded = FlowScalarDecoder.decode(range, of: source.bytes, style: style)
            return whole.utf8.elementsEqual(decoded.bytes) ? decoded.pieces(in: source) : []
        }
    }

    /// Returns where the character with the byte at `index` begins or ends in the file.
    private func place(ofByte index: Int, in pieces: [ScalarPiece], atEnd: Bool) -> Position {
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
    /// Makes the plain or quoted scalar that libyaml read as `text` at `span`.
    init(flow text: String, style: Style, span: Span, of origin: ScalarOrigin) {
        self.init(
            text: text, style: style, span: span,
            origin: .flow(origin, span.start.offset..<span.end.offset))
    }

    /// Makes the block that libyaml read as `text` at `span`, which may end before that.
    init(block text: String, style: Style, span: Span, of source: SourceText) {
        let value = Array(text.utf8)
        let block = BlockScalarDecoder.decode(
            span.start.offset..<span.end.offset, of: source.bytes, isFolded: style == .folded,
            value: value)
        self.init(
            text: text, style: style, span: source.span(span.start.offset..<block.contentEnd),
            origin: block.text.bytes == value ? .pieces(block.text.pieces(in: source)) : .whole)
    }
}

/// The file that the scalars of a document were read from.
final class ScalarOrigin: Sendable {
    let source: SourceText

    init(_ source: SourceText) {
        self.source = source
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
