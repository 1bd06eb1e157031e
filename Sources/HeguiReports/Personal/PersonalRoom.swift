/// Whether a text can hold a number or an address of a person at all; most cannot.
struct PersonalRoom {
    private(set) var forAddress = false
    /// Whether the text has as many digits as the shortest number, or such as are counted only later.
    let forNumber: Bool

    init(_ text: String) {
        var count = 0
        var hasOthers = false
        // The last three bytes.
        var word: UInt32 = 0
        for byte in text.utf8 {
            word = (word << 8 | UInt32(byte)) & 0xFF_FFFF
            switch byte {
            case 0x30...0x39: count += 1
            case 0x90...0x99 where word >> 8 == 0xEFBC: count += 1
            case 0xD9...0xE1, 0xEA...0xEE, 0xF0...0xFF: hasOthers = true
            case 0x80..<0xC0 where Self.isUnit(word): forAddress = true
            default: break
            }
        }
        forNumber = count >= 11 || hasOthers
        // A flat may be three numbers without a unit.
        forAddress = forAddress || count >= 5
    }

    /// Whether three bytes of UTF-8 are 号, 號, 弄, 幢, 栋, 棟, 室 or 元, of which every address has one.
    private static func isUnit(_ word: UInt32) -> Bool {
        switch word {
        case 0xE58FB7, 0xE8999F, 0xE5BC84, 0xE5B9A2, 0xE6A08B, 0xE6A39F, 0xE5AEA4, 0xE58583: true
        default: false
        }
    }
}
