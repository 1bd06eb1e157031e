internal import HeguiDiagnostics

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
