/// Makes text from files safe to print: nothing in it can move the cursor or reorder the line.
package enum VisibleText {
    /// Returns `text` with control characters and line breaks shown as pictures (`␊`).
    package static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(picture(of: scalar) ?? scalar) }
        return String(result)
    }

    /// What is shown in place of `scalar`; nil if it may be printed.
    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x85, 0x2028, 0x2029: "\u{2424}"
        // C1 controls, what is invisible, and the marks that turn the direction of writing.
        case 0x80..<0xA0, 0xFEFF, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069:
            "\u{FFFD}"
        default: nil
        }
    }
}
