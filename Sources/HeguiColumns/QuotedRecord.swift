/// One record of RFC 4180, walked byte by byte.
struct QuotedRecord {
    private enum State {
        case fieldStart, unquoted, quoted, quoteInQuoted
    }

    private let separator: UInt8
    private var state = State.fieldStart
    let start: Int
    private(set) var place: Int
    /// Where its fields end: the places of the bytes that end them.
    private(set) var ends: [Int] = []
    private(set) var isOver = false
    /// Whether its fields can be read as they stand: none holds a line break or text behind its
    /// closing quote.
    private(set) var isPlain = true

    init(separator: UInt8, start: Int) {
        self.separator = separator
        self.start = start
        place = start
    }

    /// Takes the next byte.
    mutating func step(_ base: UnsafePointer<UInt8>, _ end: Int) {
        let byte = unsafe base[place]
        place += 1
        switch state {
        case .quoted:
            if byte == 0x22 { state = .quoteInQuoted }
            if byte == 0x0A || byte == 0x0D { isPlain = false }
            return
        case .quoteInQuoted where byte == 0x22:
            state = .quoted
            return
        case .fieldStart where byte == 0x22:
            state = .quoted
            return
        default: break
        }
        if byte == separator {
            ends.append(place - 1)
            state = .fieldStart
        } else if byte == 0x0A || byte == 0x0D {
            isOver = true
            if byte == 0x0D, place < end, unsafe base[place] == 0x0A { place += 1 }
            ends.append(place - 1)
        } else if state == .quoteInQuoted {
            isPlain = false
        } else {
            state = .unquoted
        }
    }

    /// Ends the last field of a file without a line break at its end.
    mutating func close(at end: Int) {
        if state == .quoted { isPlain = false }
        isOver = true
        ends.append(end)
    }
}
