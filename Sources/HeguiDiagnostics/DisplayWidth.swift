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

extension DisplayWidth {
    /// Where a text stands in a field that is wider than the text.
    package enum Alignment: Sendable {
        case left, right, centre
    }

    /// Returns `text` filled with spaces to `width` columns; a wider text comes back unchanged.
    package static func pad(
        _ text: String, to width: Int, alignment: Alignment = .left
    ) -> String {
        let missing = width - of(text)
        guard missing > 0 else { return text }
        let before =
            switch alignment {
            case .left: 0
            case .right: missing
            case .centre: missing / 2
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: missing - before)
    }

    /// Returns `text` cut to at most `width` columns, ending in `mark` if something was cut.
    ///
    /// A wide character is never halved, so the result may be one column narrower.
    package static func truncate(
        _ text: String, to width: Int, mark: String = "…"
    ) -> String {
        guard of(text) > width else { return text }
        let room = width - of(mark)
        guard room >= 0 else { return "" }
        var kept = ""
        var used = 0
        for character in text {
            used += of(character)
            if used > room { break }
            kept.append(character)
        }
        return kept + mark
    }

    /// Returns `text` with `…` for its middle where it is wider than `width` columns.
    package static func shorten(_ text: String, to width: Int) -> String {
        // No character is wider than its bytes are many.
        guard text.utf8.count > width, of(text) > width else { return text }
        let tail = width / 3
        let beginning = truncate(text, to: width - tail, mark: "…")
        let end = truncate(String(text.reversed()), to: tail, mark: "")
        return beginning + String(end.reversed())
    }

    /// Returns `text` cut or filled to exactly `width` columns.
    package static func fit(
        _ text: String, to width: Int, alignment: Alignment = .left
    ) -> String {
        pad(truncate(text, to: width), to: width, alignment: alignment)
    }
}

/// The code points that Unicode calls Wide or Fullwidth (property East_Asian_Width).
///
/// Unassigned code points between two wide ones are counted with them, which keeps the table short.
enum WideCharacters {
    static func contain(_ scalar: Unicode.Scalar) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            let range = ranges[middle]
            if scalar.value < range.lowerBound {
                high = middle
            } else if scalar.value > range.upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }

    /// Ascending and without overlap.
    static let ranges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
        0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
        0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
        0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
        0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
        0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
        0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
        0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004,
        0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265,
        0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
        0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
        0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
        0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
        0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC,
        0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC,
        0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
        0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
