import CScan

extension TextBuffer {
    /// What the bytes of a part of a file are.
    package enum Encoding {
        case plain
        /// Not UTF-8, or with a replacement character in it.
        case odd
    }

    /// Returns whether `range`, which begins and ends between characters, is UTF-8 without U+FFFD.
    ///
    /// Blocks whose characters all take one or three bytes are told by their masks alone; all
    /// others are looked at byte by byte.
    ///
    /// - Complexity: linear in the bytes; about 64 of them at a time.
    package func encoding(_ range: Range<Int>) -> Encoding {
        var place = range.lowerBound
        /// How many bytes of a character of the block before are still to come.
        var owed: UInt64 = 0
        while place < range.upperBound {
            let left = range.upperBound - place
            let inside: UInt64 = left >= 64 ? .max : (1 << UInt64(left)) - 1
            let high = unsafe cscan_high(base + place) & inside
            if high == 0, owed == 0 {
                place += 64
                continue
            }
            let lead = unsafe cscan_masked(base + place, 0xF0, 0xE0) & inside
            let follow = unsafe cscan_masked(base + place, 0xC0, 0x80) & inside
            // E0 and ED need a closer look at the byte behind them, EF may begin U+FFFD.
            let rare =
                unsafe (cscan_masked(base + place, 0xFF, 0xE0)
                | cscan_masked(base + place, 0xFF, 0xED)
                | cscan_masked(base + place, 0xFF, 0xEF)) & inside
            let expected = lead << 1 | lead << 2 | owed
            if high == lead | follow, follow == expected & inside, rare == 0 {
                owed = lead >> 63 | (lead >> 62)
                if left <= 64, owed != 0 || expected & ~inside != 0 { return .odd }
                place += 64
                continue
            }
            // Byte by byte from the character in which the block begins to one behind it.
            var start = owed == 0 ? place : place - 1
            while start > range.lowerBound, unsafe base[start] & 0xC0 == 0x80 { start -= 1 }
            guard let end = plainEnd(start, through: min(place + 64, range.upperBound), range)
            else { return .odd }
            owed = 0
            place = end
        }
        return .plain
    }

    /// Returns where the first character at or behind `limit` begins, or nil for bytes that are
    /// not UTF-8.
    private func plainEnd(_ start: Int, through limit: Int, _ range: Range<Int>) -> Int? {
        var place = start
        while place < limit {
            let first = unsafe base[place]
            if first < 0x80 {
                place += 1
                continue
            }
            guard let length = Self.length(first), place + length <= range.upperBound else {
                return nil
            }
            let second = unsafe base[place + 1]
            guard Self.isPlain(first, second) else { return nil }
            for offset in 1..<length where unsafe base[place + offset] & 0xC0 != 0x80 { return nil }
            if first == 0xEF, second == 0xBF, unsafe base[place + 2] == 0xBD { return nil }
            place += length
        }
        return place
    }

    private static func length(_ first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    /// Whether the second byte keeps the character from being overlong, a surrogate or too large.
    private static func isPlain(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE0: second >= 0xA0
        case 0xED: second < 0xA0
        case 0xF0: second >= 0x90
        case 0xF4: second < 0x90
        default: true
        }
    }
}
