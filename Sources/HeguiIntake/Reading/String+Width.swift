extension String {
    /// The text with full-width forms made half-width and every kind of blank made a space;
    /// invisible characters are taken out. Nothing else is changed.
    package var foldedWidth: String {
        guard !utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                if let folded = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(folded) }
            case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: result.append(" ")
            case 0x200B...0x200F, 0xFEFF, 0x2060, 0xFE0E, 0xFE0F, 0x0D: break
            case 0x2028, 0x2029, 0x85: result.append("\n")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without blanks at its ends.
    var trimmed: String {
        var view = unicodeScalars[...]
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }

    /// The text in half-width forms, without any blank: what headings and words are compared by.
    package var compact: String {
        var result = foldedWidth.unicodeScalars
        result.removeAll { $0.properties.isWhitespace }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether the character is a Chinese ideograph.
    var isIdeograph: Bool { properties.isUnifiedIdeograph || value == 0x3007 }

    /// The value of an ASCII digit.
    var digit: Int? { value >= 0x30 && value <= 0x39 ? Int(value - 0x30) : nil }
}
