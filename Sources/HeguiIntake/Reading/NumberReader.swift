internal import HeguiDiagnostics
package import HeguiPack
package import HeguiSheets

/// A cell → an exact number: `89.5`, `3,500.50元`, `-2`, `三十三`.
package enum NumberReader {
    /// Reads a cell; nil is an empty one. More than `decimals` decimals are refused.
    package static func read(_ cell: RawCell?, decimals: Int) -> ParsedValue<Ratio> {
        // A spreadsheet keeps binary numbers; what it shows is what was meant.
        let isBinary = cell?.kind == .number
        return CellWriting(cell).read { read($0, decimals: decimals, isBinary: isBinary) }
    }

    private static func read(_ text: String, decimals: Int, isBinary: Bool) -> ParsedValue<Ratio> {
        let plain = IntegerReader.digits(of: text)
        guard let written = ExactDecimal(plain) else {
            if let value = ChineseNumeral.value(Array(plain.unicodeScalars)) {
                return .value(Ratio(Int64(value)))
            }
            return .unreadable(Message(zh: "不是数字", en: "not a number"))
        }
        let number = isBinary ? written.shown : written
        guard number.scale <= decimals else {
            return .unreadable(
                Message(
                    zh: "小数多于\(decimals)位", en: "it has more than \(decimals) decimals"))
        }
        let digits = number.text.replacing(".", with: "")
        let scale = (0..<number.scale).reduce(Int64(1)) { scale, _ in scale * 10 }
        guard digits.utf8.count <= 19, let value = Int64(digits),
            let ratio = Ratio(value, scale)
        else { return .unreadable(Message(zh: "数字太大", en: "the number is too large")) }
        return .value(ratio)
    }
}
