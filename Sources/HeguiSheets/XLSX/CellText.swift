/// Text of one cell, collected in pieces and never beyond the limit.
struct CellText {
    private(set) var text = ""
    private(set) var isTooLong = false

    mutating func append(_ piece: String, limit: Int) {
        guard !isTooLong else { return }
        text += piece
        // A UTF-16 unit takes one to three bytes: only near the limit must they be counted.
        if text.utf8.count > limit, text.utf16.count > limit { isTooLong = true }
    }

    /// The text with Office's escapes such as `_x000D_` turned into characters, CR LF into LF.
    var unescaped: String {
        guard text.utf8.contains(0x5F) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let tail = rest[start.upperBound...]
            let digits = tail.prefix(4)
            let close = tail.dropFirst(4).first
            if close == "_", digits.utf8.count == 4, let value = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = tail.dropFirst(5)
            } else {
                result += "_x"
                rest = tail
            }
        }
        result += rest
        return result.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

/// What a cell's element held, before it is known what it means.
struct CellContent {
    var reference = CellReference.origin
    var type = "n"
    var style = 0
    var hasFormula = false
    var hasValue = false
    var value = CellText()
    var inline = CellText()
}
