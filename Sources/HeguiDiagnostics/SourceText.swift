/// A text file's name and bytes, with the table of its lines.
package struct SourceText: Sendable {
    /// The file's name as shown to people.
    package let name: String
    package let bytes: [UInt8]
    /// Byte offset of each line's first byte.
    package let lineStarts: [Int]
    /// How many code points stand before each block of bytes; keeps look-ups in long lines cheap.
    private let codePointsBeforeBlock: [Int]
    private static let blockSize = 64

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        var before = [0]
        var codePoints = 0
        for offset in bytes.indices {
            let byte = bytes[offset]
            if offset % Self.blockSize == 0 && offset > 0 { before.append(codePoints) }
            if byte & 0xC0 != 0x80 { codePoints += 1 }
            if byte == 0x0A { starts.append(offset + 1) }
        }
        lineStarts = starts
        codePointsBeforeBlock = before
    }

    package init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Returns how many code points begin before the byte at `offset`.
    package func codePointCount(before offset: Int) -> Int {
        let end = min(max(offset, 0), bytes.count)
        let block = min(end / Self.blockSize, codePointsBeforeBlock.count - 1)
        var count = codePointsBeforeBlock[block]
        for place in block * Self.blockSize..<end where bytes[place] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Returns the byte offset at which the code point number `index` (0-based) begins.
    package func offset(ofCodePoint index: Int) -> Int {
        guard index > 0 else { return 0 }
        let block = Self.last(of: codePointsBeforeBlock) { $0 <= index }
        var count = codePointsBeforeBlock[block]
        var place = block * Self.blockSize
        while place < bytes.count {
            if bytes[place] & 0xC0 != 0x80 {
                if count == index { return place }
                count += 1
            }
            place += 1
        }
        return bytes.count
    }

    /// Returns the index of the last element that `holds`, for elements that hold come first.
    private static func last(of values: [Int], where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = values.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(values[middle]) { low = middle } else { high = middle }
        }
        return low
    }
}

extension SourceText {
    /// Returns line and column of the byte at `offset`, clamped to the text.
    package func position(atOffset offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = Self.last(of: lineStarts) { $0 <= offset }
        let column = codePointCount(before: offset) - codePointCount(before: lineStarts[line])
        return Position(offset: offset, line: line + 1, column: column + 1)
    }

    /// Returns the span of the bytes `range`, clamped to the text.
    package func span(_ range: Range<Int>) -> Span {
        Span(
            file: name,
            start: position(atOffset: range.lowerBound),
            end: position(atOffset: range.upperBound)
        )
    }

    /// Returns the bytes of the line `number` (1-based) without its line break, or nil past the end.
    package func byteRange(ofLine number: Int) -> Range<Int>? {
        guard number >= 1, number <= lineStarts.count else { return nil }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start && number < lineStarts.count && bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// Returns the line `number` (1-based) without its line break, or nil past the end.
    ///
    /// Bytes that are not UTF-8 become U+FFFD.
    package func lineText(_ number: Int) -> String? {
        byteRange(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Returns the text that `span` covers; empty where the span lies outside this text.
    package func text(of span: Span) -> String {
        let low = span.start.offset
        let high = span.end.offset
        guard low >= 0, low <= high, high <= bytes.count else { return "" }
        return String(decoding: bytes[low..<high], as: UTF8.self)
    }
}

/// A place in a text file: byte offset (0-based), line and column (1-based, in code points).
package struct Position: Hashable, Comparable, Sendable {
    package var offset: Int
    package var line: Int
    package var column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a text file, from `start` up to but not including `end`.
package struct Span: Hashable, Sendable {
    /// The file's name as shown to people.
    package var file: String
    package var start: Position
    package var end: Position

    package init(file: String, start: Position, end: Position) {
        self.file = file
        self.start = start
        self.end = end
    }
}
