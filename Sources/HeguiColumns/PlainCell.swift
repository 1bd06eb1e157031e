/// Recognises cells that are written as their column asks; a no is left to the plain reader.
enum PlainCell {
    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// Two to five ideographs of the common block.
    @inline(__always)
    static func isName(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ plain: PlainText
    ) -> Bool {
        guard count >= 6, count <= 15, count % 3 == 0 else { return false }
        var place = 0
        while place < count {
            let byte = unsafe text[place]
            if byte < 0xE4 || byte > 0xE9 { return false }
            place += 3
        }
        return unsafe plain.isPlain(text, count)
    }

    @inline(__always)
    static func isMobile(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == 11, unsafe text[0] == 0x31, unsafe text[1] >= 0x33 else { return false }
        for place in 1..<11 where unsafe !isDigit(text[place]) { return false }
        return true
    }

    /// `2013-01`, from 1900 to 2099.
    @inline(__always)
    static func isMonth(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == 7, unsafe text[4] == 0x2D else { return false }
        for place in [0, 1, 2, 3, 5, 6] where unsafe !isDigit(text[place]) { return false }
        let century = unsafe (text[0] - 0x30) * 10 + text[1] - 0x30
        let month = unsafe (text[5] - 0x30) * 10 + text[6] - 0x30
        return (19...20).contains(century) && (1...12).contains(month)
    }

    /// Up to nine digits without a leading zero.
    @inline(__always)
    static func integer(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
        guard count <= 9, unsafe count == 1 || text[0] != 0x30 else { return nil }
        var number: Int32 = 0
        for place in 0..<count {
            let digit = unsafe text[place] &- 0x30
            if digit > 9 { return nil }
            number = number &* 10 &+ Int32(digit)
        }
        return number
    }

    /// Printable ASCII with a digit in it, so that it is no word of a heading or a footer.
    @inline(__always)
    static func isKey(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count <= 64 else { return false }
        var hasDigit = false
        for place in 0..<count {
            let byte = unsafe text[place]
            if byte <= 0x20 || byte >= 0x7F { return false }
            hasDigit = hasDigit || isDigit(byte)
        }
        return hasDigit
    }
}
