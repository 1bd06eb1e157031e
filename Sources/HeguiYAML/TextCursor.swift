internal import HeguiDiagnostics

/// Finds places in a text that are asked for mostly one behind the other, in time linear in the
/// text as a whole.
struct TextCursor {
    private let source: SourceText
    private var offset = 0
    private var codePoint = 0
    /// Index of the line, and how many code points stand before it.
    private var line = 0
    private var lineCodePoint = 0

    init(_ source: SourceText) {
        self.source = source
    }

    /// Returns the byte offset at which the code point number `index` (0-based) begins.
    mutating func offset(ofCodePoint index: Int) -> Int {
        if index < codePoint { return source.offset(ofCodePoint: index) }
        let bytes = source.bytes
        while codePoint < index, offset < bytes.count { pass(bytes[offset]) }
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    /// Returns line and column of the byte at `target`, clamped to the text.
    mutating func position(atOffset target: Int) -> Position {
        let target = min(target, source.bytes.count)
        if target < offset { return source.position(atOffset: target) }
        let bytes = source.bytes
        while offset < target { pass(bytes[offset]) }
        return Position(offset: target, line: line + 1, column: codePoint - lineCodePoint + 1)
    }

    private mutating func pass(_ byte: UInt8) {
        offset += 1
        if byte & 0xC0 != 0x80 { codePoint += 1 }
        if byte == 0x0A { (line, lineCodePoint) = (line + 1, codePoint) }
    }
}
