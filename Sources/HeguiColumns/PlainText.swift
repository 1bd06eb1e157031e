/// Tells texts that stand for themselves from words for nothing, ditto marks and blanks.
@safe
struct PlainText {
    static let shared = PlainText()

    /// Ideographs with which a word for nothing or a ditto mark begins, and all characters that may
    /// be blanks or of another width.
    private let leads = IdeographSet("一上不仝同待无暂未没空缺々", "\u{3000}"..."\u{3FFF}")

    /// Whether a text is neither blank at an end nor written like a word that means something of
    /// its own (`无`, `同上`, `—`), in whatever width.
    ///
    /// A no is no more than a doubt: the plain reader then decides.
    @inline(__always)
    func isPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let first = unsafe text[0]
        let last = unsafe text[count - 1]
        if first <= 0x20 || last <= 0x20 { return false }
        // Letters, digits and most ideographs begin no such word.
        if first >= 0xE3, first <= 0xEE, unsafe !leads.hasFirst(of: text) { return true }
        return unsafe isPlain(text, count, first)
    }

    @inline(never)
    private func isPlain(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ first: UInt8
    ) -> Bool {
        if count > 24 { return !Self.isFoldable(first) }
        return unsafe !mayBeWord(text, count, first)
    }

    /// Characters of these lead bytes may be blanks or full-width forms.
    @inline(__always)
    private static func isFoldable(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// Whether a text of one to three ideographs is such a word.
    private static func isWord(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        // The only one of three, and whatever is no ideograph.
        if count > 6 { return unsafe text[0] == 0xE5 && text[1] == 0x90 && text[2] == 0x8C }
        var packed: UInt64 = 0
        for place in 0..<count { packed = unsafe packed << 8 | UInt64(text[place]) }
        switch packed {
        case 0xE3_8085, 0xE6_97A0, 0xE7_A9BA, 0xE7_BCBA, 0xE4B8_80E4_B880, 0xE4B8_8AE5_908C,
            0xE4B8_8DE6_988E, 0xE4B8_8DE8_AFA6, 0xE4BB_9DE4_B88A, 0xE590_8CE4_B88A,
            0xE590_8CE5_898D, 0xE5BE_85E5_A1AB, 0xE5BE_85E5_AE9A, 0xE5BE_85E8_A1A5,
            0xE69A_82E6_97A0, 0xE69C_AAE5_A1AB, 0xE69C_AAE7_9FA5, 0xE6B2_A1E6_9C89,
            0xE7A9_BAE7_99BD:
            return true
        default: return unsafe isBroken(text, count)
        }
    }

    @inline(__always)
    private func mayBeWord(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ first: UInt8
    ) -> Bool {
        if first < 0x80 {
            // Letters of null, none, n/a and nil, and signs.
            let isSign = !Self.isLetterOrDigit(first)
            return isSign || first == 0x6E || first == 0x4E
        }
        if Self.isFoldable(first) { return true }
        guard first >= 0xE0, first < 0xF0, unsafe leads.hasFirst(of: text) else { return false }
        return unsafe count <= 9 ? Self.isWord(text, count) : Self.isBroken(text, count)
    }

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 <= 25
    }

    /// Whether there are blanks or characters of another width inside.
    private static func isBroken(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for place in 0..<count {
            let byte = unsafe text[place]
            if byte <= 0x20 || isFoldable(byte) { return true }
        }
        return false
    }
}
