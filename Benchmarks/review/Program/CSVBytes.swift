/// Cells of CSV as bytes, without a text for every line.
extension [UInt8] {
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    /// Adds a cell, quoted where it must be.
    mutating func appendCell(_ text: some StringProtocol) {
        let needsQuotes = text.utf8.contains { byte in
            byte == Self.comma || byte == Self.quote || byte == 10 || byte == 13
        }
        guard needsQuotes else { return append(contentsOf: text.utf8) }
        append(Self.quote)
        for byte in text.utf8 {
            if byte == Self.quote { append(byte) }
            append(byte)
        }
        append(Self.quote)
    }

    /// Adds a number that is not negative, with zeros in front up to `digits`.
    mutating func appendNumber(_ number: Int64, digits: Int = 1) {
        let start = count
        var rest = number.magnitude
        while rest > 0 || count - start < digits {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    mutating func endCell() { append(Self.comma) }

    mutating func endRow() { append(10) }
}
