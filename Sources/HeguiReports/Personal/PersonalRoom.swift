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
            case 0x80..<0xC0 where Self.units.contains(word): forAddress = true
            default: break
            }
        }
        forNumber = count >= 11 || hasOthers
        // Every address has one of these, or a group of three numbers.
        forAddress = forAddress || count >= 5
    }

    /// 号, 號, 弄, 幢, 栋, 棟 in UTF-8; what has none of them has a room in a block.
    private static let units: Set<UInt32> = Set(
        "号號弄幢栋棟室元".unicodeScalars.map { scalar in
            String(scalar).utf8.reduce(0) { $0 << 8 | UInt32($1) }
        })
}
