/// The signs that stand before or after an option, whatever font they were typed in.
enum TickSigns {
    enum Kind: Hashable {
        case box, tick
        /// A cross: a tick, unless the same form has ticks too.
        case cross
        /// A sign where a box would stand, of which nobody knows what it means.
        case unknown
    }

    /// What a character means wherever it stands; nil for one that is no sign.
    static func kind(_ scalar: Unicode.Scalar) -> Kind? {
        if boxes.contains(scalar) { return .box }
        if ticks.contains(scalar) { return .tick }
        if crosses.contains(scalar) { return .cross }
        // The private use area holds the symbol fonts of documents, by the code of their letters.
        guard (0xF020...0xF0FF).contains(scalar.value),
            let letter = Unicode.Scalar(scalar.value - 0xF000)
        else { return nil }
        return letterKind(letter) ?? .unknown
    }

    private static let boxes: Set<Unicode.Scalar> = [
        "□", "☐", "○", "◯", "▢", "◇", "◻", "⬜", "囗", "❏", "❐", "❑", "❒", "⬚", "▯", "▭", "◽", "▫",
        "🔲",
        "⎕", "¨", "◦", "◌",
    ]

    private static let ticks: Set<Unicode.Scalar> = [
        "√", "✓", "✔", "☑", "■", "●", "☒", "◉", "◆", "🗹", "✅", "▣", "⊠", "◼", "⬛", "▪", "◾", "🔳",
        "🗸",
        "⍻", "◙", "⊙", "⊗", "⦿", "❎", "▩", "▦", "▨", "🗷", "🗵", "⮽", "þ", "ü", "ý", "∨", "ˇ",
    ]

    private static let crosses: Set<Unicode.Scalar> = [
        "×", "✗", "✘", "╳", "✖", "❌", "☓", "✕", "🗴", "û", "⨯", "Χ", "Х",
    ]

    /// What a letter of Wingdings or Wingdings 2 shows; nil for one that shows something else.
    static func letterKind(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar {
        case "R", "P", "V", "v", "þ", "ü", "ý", "n", "l": .tick
        case "X", "x", "T", "S", "Q", "û": .cross
        case "o", "O", "q", "m", "¨", "£", "¡": .box
        default: nil
        }
    }

    /// A letter or ideograph that people type for a box or tick where others stand beside it.
    static func typedKind(_ scalar: Unicode.Scalar) -> Kind? {
        scalar == "口" || scalar == "ロ" ? .box : letterKind(scalar)
    }

    /// Whether the character may begin a word, so that it is no unknown sign before one.
    static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar.isIdeograph || scalar.digit != nil {
            return true
        }
        return punctuation.contains(scalar)
    }

    private static let punctuation = Set(
        "“”‘’\"'()[]{}《》〈〉【】「」、,.。;:!?-—–_/…·&%#@+=~|\\".unicodeScalars)
}
