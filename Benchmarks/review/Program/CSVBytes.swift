/// Cells of CSV as bytes.
extension [UInt8] {
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    /// Adds a cell, quoted where it must be.
    mutating func appendCell(_ text: String) {
        let start = count
        append(contentsOf: text.utf8)
        for byte in self[start...]
        where byte == Self.comma || byte == Self.quote || byte == 10 || byte == 13 {
            return quoteCell(from: start)
        }
    }

    private mutating func quoteCell(from start: Int) {
        var cell = [Self.quote]
        for byte in self[start...] {
            if byte == Self.quote { cell.append(byte) }
            cell.append(byte)
        }
        cell.append(Self.quote)
        replaceSubrange(start..., with: cell)
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
