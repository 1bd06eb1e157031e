/// A code point as it is written in UTF-8.
struct UTF8Character {
    var value: UInt32
    var length: Int

    /// Nil if no valid sequence begins at `offset`: overlong ones and surrogates are not valid.
    init?(in bytes: [UInt8], at offset: Int) {
        let lead = bytes[offset]
        switch lead {
        case 0..<0x80: (length, value) = (1, UInt32(lead))
        case 0xC2..<0xE0: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0..<0xF0: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0..<0xF5: (length, value) = (4, UInt32(lead & 0x07))
        default: return nil
        }
        guard offset + length <= bytes.count else { return nil }
        for byte in bytes[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
        guard value >= least[length], Unicode.Scalar(value) != nil else { return nil }
    }
}
