/// Separates plain texts from words for nothing, ditto marks and blanks.
@safe
struct PlainText {
    static let shared = PlainText()

    /// Ideographs with which a word for nothing or a ditto mark begins, and all characters that may
    /// be blanks or of another width.
    private let leads = IdeographSet("一上不仝同待无暂未没空缺々", "\u{3000}"..."\u{3FFF}")

    /// Whether a text is neither blank at an end nor written like a word that means something of
    /// its own (`无`, `同上`, `—`), in whatever width.
    ///
    /// False means only that the plain reader must decide.
    @inline(__always)
    func isPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let first = unsafe text[0]
        let last = unsafe text[count - 1]
        if first <= 0x20 || last <= 0x20 { return false }
        // Letters, digits and most ideographs begin no such word.
        if first >= 0xE3, first <= 0xEE, unsafe !leads.hasFirst(of: text) { return true }
        return unsafe isPlain(text, count, first: first)
    }

    @inline(never)
    private func isPlain(
        _ text: UnsafePointer<UInt8>, _ count: Int, first: UInt8
    ) -> Bool {
        if count > 24 { return !Self.isFoldable(first) }
        return unsafe !mayBeWord(text, count, first: first)
    }

    /// Characters of these lead bytes may be blanks or full-width forms.
    @inline(__always)
    private static func isFoldable(_ byte: UInt8) -> Bool {
        byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// Whether a text of one to three ideographs is such a word.
    private static func isWord(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        // The only word of three ideographs, and texts with a blank inside.
        if count > 6 {
            let isDitto = unsafe text[0] == 0xE5 && text[1] == 0x90 && text[2] == 0x8C
            return unsafe isDitto || isBroken(text, count)
        }
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
        _ text: UnsafePointer<UInt8>, _ count: Int, first: UInt8
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

/// The words in the first cells of a row that show that it holds no data: totals, notes, signatures,
/// examples, headings of sections.
@safe
struct RowStart {
    static let shared = RowStart()

    /// Ideographs with which a total, a note or the label of a signature begins.
    private let leads = IdeographSet(
        "合小总共累备说注填制审经负单联签盖主报分复校党支社本全人以例示样范举一二三四五六七八九十第其")

    /// Whether one of the first three cells that are written may be such a word; true means only
    /// that the plain reader must decide.
    @inline(__always)
    func mayBeNoData(
        _ text: UnsafePointer<UInt8>, _ count: Int, isFirst: Bool
    ) -> Bool {
        let byte = unsafe text[0]
        if byte < 0x80 { return byte <= 0x20 || byte == 0x28 }
        if byte == 0xE3 || byte == 0xEF || byte == 0xC2 || byte == 0xE2 { return true }
        guard count >= 3 else { return true }
        if unsafe Self.hasBracket(text, count) {
            return unsafe isFirst || Self.hasExample(text, count)
        }
        guard unsafe leads.hasFirst(of: text) else { return false }
        return unsafe isFirst && (Self.isLabel(text) || Self.isSection(text, count))
            || Self.mayBeTotal(text, count) || Self.isExample(text, count)
    }

    /// 例 alone, and words of 例 with a character before it.
    private static func isExample(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let first = unsafe ideograph(text)
        if first == 0xE4_BE8B { return true }
        switch first {
        // 示 样 范 举 填
        case 0xE7_A4BA, 0xE6_A0B7, 0xE8_8C83, 0xE4_B8BE, 0xE5_A1AB:
            return unsafe hasExample(text, count)
        default: return false
        }
    }

    /// Whether 例 stands anywhere.
    private static func hasExample(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var place = 0
        while place + 2 < count {
            if unsafe ideograph(text + place) == 0xE4_BE8B { return true }
            place += 1
        }
        return false
    }

    /// A numeral with a mark behind it, 第 or 其中.
    private static func isSection(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        switch unsafe ideograph(text) {
        case 0xE7_ACAC, 0xE5_85B6: return true
        // 一 二 三 四 五 六 七 八 九 十
        case 0xE4_B880, 0xE4_BA8C, 0xE4_B889, 0xE5_9B9B, 0xE4_BA94, 0xE5_85AD, 0xE4_B883,
            0xE5_85AB, 0xE4_B99D, 0xE5_8D81:
            break
        default: return false
        }
        // Another numeral or a mark, in a character of three bytes or in ASCII.
        var place = 3
        while place < count, place < 12 {
            let byte = unsafe text[place]
            if byte == 0x2E || byte <= 0x20 || byte == 0xE3 || byte == 0xEF || byte == 0xC2 {
                return true
            }
            place += 3
        }
        return false
    }

    @inline(__always)
    private static func ideograph(_ text: UnsafePointer<UInt8>) -> UInt32 {
        unsafe UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
    }

    /// 合计 小计 总计 共计 总数 累计, or one of their beginnings with a blank behind it.
    @inline(__always)
    private static func mayBeTotal(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        switch unsafe ideograph(text) {
        case 0xE5_9088, 0xE5_B08F, 0xE6_80BB, 0xE7_B4AF: break
        // 共 with a number behind it, in digits or not.
        case 0xE5_85B1: return count > 3
        // 本 全 人 以 before a word for a total.
        case 0xE6_9CAC, 0xE5_85A8, 0xE4_BABA, 0xE4_BBA5: return count >= 12
        default: return false
        }
        guard count >= 6 else { return false }
        if unsafe text[3] <= 0x20 || text[3] == 0xE3 || text[3] == 0xC2 || text[3] == 0xE2 {
            return true
        }
        let second = unsafe ideograph(text + 3)
        return second == 0xE8_AEA1 || second == 0xE6_95B0
    }

    /// Whether a bracket stands at the end.
    @inline(__always)
    private static func hasBracket(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let last = unsafe text[count - 1]
        if last == 0x29 { return true }
        return unsafe last == 0x89 && ideograph(text + count - 3) == 0xEF_BC89
    }

    /// The beginnings of notes and of labels of signatures.
    private static func isLabel(_ text: UnsafePointer<UInt8>) -> Bool {
        switch unsafe ideograph(text) {
        // 备 说 注 填 制 审 经 负 单 联 签 盖 主 报 分 复 校 党 支 社
        case 0xE5_A487, 0xE8_AFB4, 0xE6_B3A8, 0xE5_A1AB, 0xE5_88B6, 0xE5_AEA1, 0xE7_BB8F,
            0xE8_B49F, 0xE5_8D95, 0xE8_8194, 0xE7_ADBE, 0xE7_9B96, 0xE4_B8BB, 0xE6_8AA5,
            0xE5_8886, 0xE5_A48D, 0xE6_A0A1, 0xE5_859A, 0xE6_94AF, 0xE7_A4BE:
            return true
        default: return false
        }
    }
}

/// A set of characters that take three bytes in UTF-8, one bit for each.
///
/// Sendable because the bits are set once, before anyone can read them, and never freed.
@safe
struct IdeographSet: @unchecked Sendable {
    /// A bit for each character.
    private let bits: UnsafeMutablePointer<UInt64>

    /// The characters of a text and a range.
    init(_ characters: String, _ range: ClosedRange<Unicode.Scalar>? = nil) {
        unsafe bits = .allocate(capacity: 1_024)
        unsafe bits.initialize(repeating: 0, count: 1_024)
        for scalar in characters.unicodeScalars { add(scalar.value) }
        guard let range else { return }
        for value in range.lowerBound.value...range.upperBound.value { add(value) }
    }

    private func add(_ value: UInt32) {
        unsafe bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    }

    /// Whether the character of three bytes at `text` is one of them.
    @inline(__always)
    func hasFirst(of text: UnsafePointer<UInt8>) -> Bool {
        let (first, second, third) = unsafe (text[0], text[1], text[2])
        let word = Int(first & 0x0F) << 6 | Int(second & 0x3F)
        return unsafe bits[word] >> UInt64(third & 0x3F) & 1 != 0
    }
}
