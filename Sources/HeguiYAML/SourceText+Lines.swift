package import HeguiDiagnostics

extension SourceText {
    /// Returns the span of the character at `offset`; empty at the end of a line or of the text.
    func character(at offset: Int) -> Span {
        var end = min(max(offset, 0), bytes.count)
        if end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            end += 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        }
        return span(min(offset, end)..<end)
    }

    /// Returns the span from `offset` to the last character of its line that is no blank.
    func rest(at offset: Int) -> Span {
        let line = byteRange(ofLine: lineIndex(at: offset) + 1) ?? offset..<offset
        let low = min(max(offset, line.lowerBound), line.upperBound)
        let last = bytes[low..<line.upperBound].lastIndex { !LineBreak.isBlank($0) }
        return span(low..<(last ?? low - 1) + 1)
    }

    /// Returns the index in `lineStarts` of the line with the byte at `offset`.
    func lineIndex(at offset: Int) -> Int {
        position(atOffset: offset).line - 1
    }
}

extension SourceText {
    /// Returns the text of `span`, without the indent that all of its lines share, and without
    /// empty lines and comments at its end.
    package func unindented(_ span: Span) -> String {
        let start = min(max(span.start.offset, 0), bytes.count)
        let end = min(max(span.end.offset, start), bytes.count)
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let isAlone = bytes[lineStart..<start].allSatisfy { $0 == 0x20 }
        let text = String(decoding: bytes[(isAlone ? lineStart : start)..<end], as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last {
            let words = last.drop { $0 == " " || $0 == "\r" }
            guard words.isEmpty || words.hasPrefix("#") else { break }
            lines.removeLast()
        }
        // The first line of what does not begin a line has no indent of its own.
        let indented = isAlone ? lines[...] : lines.dropFirst()
        let indent =
            indented.filter { !$0.allSatisfy { $0 == " " } }
            .map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let head = isAlone ? [] : lines.prefix(1)
        return (head + indented.map { $0.dropFirst(indent) }).joined(separator: "\n")
    }
}

/// The line breaks and blanks that libyaml knows.
///
/// Besides LF, CR and CR LF these are NEL, LS and PS, as in YAML 1.1. The first four are read as
/// LF, the last two as themselves.
struct LineBreak {
    /// How many bytes the break takes in the file.
    var length: Int
    /// What it becomes in the scalar's text.
    var text: [UInt8]

    /// Returns the line break that begins at `offset`, if one does.
    init?(in bytes: [UInt8], at offset: Int, before end: Int) {
        let rest = end - offset
        guard rest > 0 else { return nil }
        switch bytes[offset] {
        case 0x0A:
            self.init(length: 1, text: [0x0A])
        case 0x0D:
            let isPair = rest > 1 && bytes[offset + 1] == 0x0A
            self.init(length: isPair ? 2 : 1, text: [0x0A])
        case 0xC2 where rest > 1 && bytes[offset + 1] == 0x85:
            self.init(length: 2, text: [0x0A])
        case 0xE2 where rest > 2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
            self.init(length: 3, text: Array(bytes[offset..<offset + 3]))
        default:
            return nil
        }
    }

    private init(length: Int, text: [UInt8]) {
        self.length = length
        self.text = text
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
