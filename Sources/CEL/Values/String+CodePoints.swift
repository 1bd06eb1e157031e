// Swift compares strings by canonical equivalence, CEL by code points. The order of UTF-8 bytes is the
// order of code points.
extension String {
    /// Whether both strings have the same code points.
    func hasSameCodePoints(as other: String) -> Bool {
        // For ASCII, which is the usual case, both comparisons agree and Swift's is quicker.
        if utf8Span.isKnownASCII, other.utf8Span.isKnownASCII { return self == other }
        return utf8.elementsEqual(other.utf8)
    }

    /// Whether the string is before `other` in the order of code points.
    func precedesByCodePoint(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// The number of code points.
    var codePointCount: Int {
        var count = 0
        for byte in utf8 where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}

extension UInt8 {
    var isLetter: Bool {
        (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_")
    }

    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}
