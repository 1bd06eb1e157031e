/// Finds out which text in UTF-16 some bytes without a mark are.
enum WideText {
    /// Returns the text in UTF-8 where exactly one order of bytes gives one that people write; nil
    /// for others, also where half of a character lacks.
    static func guess(_ bytes: [UInt8]) -> (utf8: [UInt8], encoding: TextEncoding)? {
        // Ends of lines, separators and digits have a zero byte each.
        guard bytes.contains(0), bytes.count.isMultiple(of: 2) else { return nil }
        let little = text(bytes, isBigEndian: false)
        let big = text(bytes, isBigEndian: true)
        switch (little, big) {
        case (let utf8?, nil): return (utf8, .utf16LittleEndian)
        case (nil, let utf8?): return (utf8, .utf16BigEndian)
        default: return nil
        }
    }

    /// Whether the bytes are such a text but for a lost byte at one of its ends.
    static func lacksHalf(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(0), !bytes.count.isMultiple(of: 2) else { return false }
        return guess(Array(bytes.dropLast())) != nil || guess(Array(bytes.dropFirst())) != nil
    }

    /// The units that pairs of bytes are; half of one at the end is left out.
    static func units(of bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt16] {
        let high = isBigEndian ? 0 : 1
        return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { offset in
            UInt16(bytes[offset + high]) << 8 | UInt16(bytes[offset + 1 - high])
        }
    }

    private static func text(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8]? {
        let units = units(of: bytes[...], isBigEndian: isBigEndian)
        guard let text = String(validating: units, as: UTF16.self) else { return nil }
        var likely = 0
        var total = 0
        for scalar in text.unicodeScalars {
            total += 1
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: likely += 1
            case 0..<0x20, 0x7F..<0xA0: return nil
            case 0x20..<0x7F, 0x2000..<0x2070, 0x3000..<0x3030, 0x4E00..<0xA000, 0xFF00..<0xFFF0:
                likely += 1
            default: break
            }
        }
        return likely * 100 >= total * 95 ? Array(text.utf8) : nil
    }
}
