internal import HeguiDiagnostics

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
