/// Reads texts that may run over several records.
struct BiffText {
    private let pieces: [ArraySlice<UInt8>]
    private var piece = 0
    private var offset = 0

    init(_ pieces: [ArraySlice<UInt8>], from offset: Int = 0) {
        self.pieces = pieces
        self.offset = offset
    }

    /// Reads a text in Unicode, with the length before it in two bytes, or one; nil where it is cut
    /// short.
    mutating func unicode(isShort: Bool = false) -> String? {
        guard let length = isShort ? byte() : word(), let flags = byte() else { return nil }
        var behind = 0
        if flags & 8 != 0 {
            // Runs of fonts.
            guard let runs = word() else { return nil }
            behind += runs * 4
        }
        if flags & 4 != 0 {
            // How the text is read aloud.
            guard let low = word(), let high = word() else { return nil }
            behind += low | high << 16
        }
        guard let text = characters(length, isWide: flags & 1 != 0) else { return nil }
        skip(behind)
        return text
    }

    /// Reads bytes in a code page, with the length before them in two bytes, or one.
    mutating func bytes(isShort: Bool) -> [UInt8]? {
        guard let length = isShort ? byte() : word() else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < length {
            guard let next = byte() else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: next))
        }
        return bytes
    }

    mutating func byte() -> Int? {
        while piece < pieces.count {
            if let byte = pieces[piece].byte(offset) {
                offset += 1
                return byte
            }
            advance()
        }
        return nil
    }

    mutating func word() -> Int? {
        guard let low = byte(), let high = byte() else { return nil }
        return low | high << 8
    }

    private mutating func advance() {
        piece += 1
        offset = 0
    }

    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0, piece < pieces.count {
            let step = min(left, pieces[piece].count - offset)
            offset += step
            left -= step
            if left > 0 { advance() }
        }
    }

    /// Each record that continues characters says anew whether they take one byte or two.
    private mutating func characters(_ count: Int, isWide: Bool) -> String? {
        var units: [UInt16] = []
        units.reserveCapacity(count)
        var isWide = isWide
        while units.count < count {
            guard piece < pieces.count else { return nil }
            let width = isWide ? 2 : 1
            let available = (pieces[piece].count - offset) / width
            if available <= 0 {
                advance()
                guard let flags = byte() else { return nil }
                isWide = flags & 1 != 0
                continue
            }
            let part = pieces[piece]
            for _ in 0..<min(available, count - units.count) {
                units.append(UInt16((isWide ? part.word(offset) : part.byte(offset)) ?? 0))
                offset += width
            }
        }
        if units.contains(0x0D) {
            return String(decoding: units, as: UTF16.self).replacing("\r\n", with: "\n")
                .replacing("\r", with: "\n")
        }
        return String(decoding: units, as: UTF16.self)
    }
}
