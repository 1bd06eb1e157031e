/// The words in the first cells of a row that make it no row of data: totals, notes, signatures.
@safe
struct RowStart {
    static let shared = RowStart()

    /// Ideographs with which a total, a note or the label of a signature begins.
    private let leads = IdeographSet("合小总共累备说注填制审经负单联签盖主")

    /// Whether one of the first three cells that are written may be such a word; a yes is no more
    /// than a doubt.
    @inline(__always)
    func mayBeNoData(
        _ text: UnsafePointer<UInt8>, _ count: Int, isFirst: Bool
    ) -> Bool {
        let byte = unsafe text[0]
        if byte < 0x80 { return byte <= 0x20 || byte == 0x28 }
        if byte == 0xE3 || byte == 0xEF || byte == 0xC2 || byte == 0xE2 { return true }
        guard count >= 3 else { return true }
        if isFirst, unsafe Self.hasBracket(text, count) { return true }
        guard unsafe leads.hasFirst(of: text) else { return false }
        return unsafe isFirst && Self.isLabel(text) || Self.mayBeTotal(text, count)
    }

    @inline(__always)
    private static func ideograph(_ text: UnsafePointer<UInt8>) -> UInt32 {
        unsafe UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
    }

    /// 合计 小计 总计 共计 总数 累计, or one of their beginnings with a blank behind it.
    @inline(__always)
    private static func mayBeTotal(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        switch unsafe ideograph(text) {
        case 0xE5_9088, 0xE5_B08F, 0xE6_80BB, 0xE5_85B1, 0xE7_B4AF: break
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
        // 备 说 注 填 制 审 经 负 单 联 签 盖 主
        case 0xE5_A487, 0xE8_AFB4, 0xE6_B3A8, 0xE5_A1AB, 0xE5_88B6, 0xE5_AEA1, 0xE7_BB8F,
            0xE8_B49F, 0xE5_8D95, 0xE8_8194, 0xE7_ADBE, 0xE7_9B96, 0xE4_B8BB:
            return true
        default: return false
        }
    }
}
