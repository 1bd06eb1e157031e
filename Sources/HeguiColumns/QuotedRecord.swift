/// One record of RFC 4180 that has quotes in it, walked byte by byte.
struct QuotedRecord {
    private enum State {
        case fieldStart, unquoted, quoted, quoteInQuoted
    }

    private let separator: UInt8
    private var state = State.fieldStart
    private var fieldStart: Int
    private(set) var place: Int
    private(set) var fieldCount = 0
    private(set) var isOver = false
    /// Whether its fields can be read as they stand between their quotes: none holds a line break
    /// or text behind its closing quote.
    private(set) var isPlain = true
    /// Which of the first 64 fields hold a quote.
    private(set) var quoted: UInt64 = 0

    init(separator: UInt8, start: Int) {
        self.separator = separator
        fieldStart = start
        place = start
    }

    /// Takes the next byte; returns the field that it ends, without its quotes.
    mutating func step(_ base: UnsafePointer<UInt8>, _ end: Int) -> Range<Int>? {
        let byte = unsafe base[place]
        place += 1
        switch state {
        case .quoted:
            if byte == 0x22 { state = .quoteInQuoted }
            if byte == 0x0A || byte == 0x0D { isPlain = false }
            return nil
        case .quoteInQuoted where byte == 0x22:
            if fieldCount < 64 { quoted |= 1 << UInt64(fieldCount) } else { isPlain = false }
            state = .quoted
            return nil
        case .fieldStart where byte == 0x22:
            state = .quoted
            fieldStart = place
            return nil
        default: break
        }
        if byte == separator { return ended(at: place - 1) }
        if byte == 0x0A || byte == 0x0D {
            isOver = true
            let range = ended(at: place - 1)
            if byte == 0x0D, place < end, unsafe base[place] == 0x0A { place += 1 }
            return range
        }
        if state == .quoteInQuoted {
            isPlain = false
        } else {
            state = .unquoted
        }
        return nil
    }

    /// Ends the last field of a file without a line break at its end.
    mutating func close(at end: Int) -> Range<Int> {
        if state == .quoted { isPlain = false }
        place = end
        isOver = true
        return ended(at: end)
    }

    private mutating func ended(at end: Int) -> Range<Int> {
        let last = state == .quoteInQuoted ? end - 1 : end
        let range = fieldStart..<max(fieldStart, last)
        fieldCount += 1
        fieldStart = end + 1
        state = .fieldStart
        return range
    }
}
