extension String {
    /// The text with full-width forms made half-width, radicals made the characters that they stand
    /// for, and every kind of blank made a space; invisible characters are taken out. Nothing else
    /// is changed.
    package var foldedWidth: String {
        guard utf8.contains(where: Self.mayFold) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                if let folded = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(folded) }
            case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x2800: result.append(" ")
            case 0x0D: break
            case 0x2028, 0x2029, 0x85: result.append("\n")
            case 0x2E80...0x2FD5: result.append(CompatibleForms.character(of: scalar) ?? scalar)
            default: if !scalar.isInvisible { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// Whether a character that begins with this byte may be folded: most texts, ideographs among
    /// them, need no second look.
    private static func mayFold(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0D, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: true
        default: false
        }
    }

    /// The text without blanks at its ends.
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.isBlank || last.isBlank
        else { return self }
        var view = unicodeScalars[...]
        while let first = view.first, first.isBlank { view.removeFirst() }
        while let last = view.last, last.isBlank { view.removeLast() }
        return String(view)
    }

    /// The text in half-width forms, without any blank: what headings and words are compared by.
    package var compact: String {
        let folded = foldedWidth
        // Every blank is an ASCII one by now, but for the rare ones beyond.
        guard folded.unicodeScalars.contains(where: \.isBlank) else { return folded }
        var result = folded.unicodeScalars
        result.removeAll(where: \.isBlank)
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether the character is a Chinese ideograph.
    var isIdeograph: Bool { properties.isUnifiedIdeograph || value == 0x3007 }

    /// Whether the character is a blank of any kind; quick for what texts mostly hold.
    var isBlank: Bool {
        if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
        return value < 0x3100 && properties.isWhitespace
    }

    /// The value of an ASCII digit.
    var digit: Int? { value >= 0x30 && value <= 0x39 ? Int(value - 0x30) : nil }
}
