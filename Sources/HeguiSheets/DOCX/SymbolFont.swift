/// A font whose letters are signs: what each of them shows, as a character that means the same.
struct SymbolFont {
    private let signs: [UInt32: Character]

    /// Returns nil for a font of letters.
    init?(_ name: String?) {
        switch name?.lowercased() {
        case "wingdings": signs = Self.wingdings
        case "wingdings 2": signs = Self.wingdings2
        case "webdings": signs = Self.webdings
        case "symbol": signs = Self.symbol
        case "wingdings 3", "zapfdingbats", "zapf dingbats", "marlett": signs = [:]
        default: return nil
        }
    }

    /// Returns what a character of the font shows; one that is not known stands in the private
    /// area, where such fonts keep their signs.
    func shown(_ scalar: Unicode.Scalar) -> Character {
        let code = (0xF000...0xF0FF).contains(scalar.value) ? scalar.value - 0xF000 : scalar.value
        guard code > 0x20, code <= 0xFF else { return Character(scalar) }
        return signs[code] ?? Unicode.Scalar(0xF000 + code).map(Character.init) ?? "\u{FFFD}"
    }

    /// Letters that are ticks in other symbol fonts stand here as what they are.
    private static let wingdings: [UInt32: Character] = [
        0x4F: "⚐", 0x50: "⚑", 0x51: "✈", 0x52: "☼", 0x53: "💧", 0x54: "❄", 0x56: "✞", 0x58: "✠",
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x75: "◆",
        0x76: "❖", 0x78: "☒", 0xA1: "○", 0xA3: "◯", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□",
        0xB7: "•", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]

    private static let wingdings2: [UInt32: Character] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⊗", 0x56: "⊗",
        0xA0: "■", 0xA1: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□",
    ]

    private static let webdings: [UInt32: Character] = [
        0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗",
    ]

    private static let symbol: [UInt32: Character] = [
        0xB4: "×", 0xB7: "•", 0xD6: "√", 0xA8: "♦",
    ]
}
