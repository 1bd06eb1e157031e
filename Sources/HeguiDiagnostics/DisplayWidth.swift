/// How many columns a text takes in a terminal or in a text editor with a fixed-pitch font.
///
/// Chinese, full-width forms and emoji take two columns, combining marks none. Characters that
/// Unicode calls ambiguous (`▸`, `—`, `①`) count as one.
package enum DisplayWidth {
    /// Returns the width of `text`; control characters and line breaks count 0.
    package static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// Returns the width of one grapheme: 0, 1 or 2.
    package static func of(_ character: Character) -> Int {
        if let byte = character.asciiValue { return byte >= 0x20 && byte != 0x7F ? 1 : 0 }
        var widest = 0
        for scalar in character.unicodeScalars {
            if scalar.value == emojiSelector { return 2 }
            widest = max(widest, of(scalar))
        }
        // Two regional indicators make a flag, which is drawn as one wide picture.
        let isFlag =
            character.unicodeScalars.count == 2
            && character.unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
        return isFlag ? 2 : widest
    }

    /// Returns the width of one code point on its own: 0, 1 or 2.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            return isControl ? 0 : 1
        }
        if WideCharacters.contain(scalar) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }

    /// The variation selector that asks for the emoji form of the character before it.
    private static let emojiSelector: UInt32 = 0xFE0F
}
