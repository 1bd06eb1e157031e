/// Takes off a Chinese name what people write beside it: a number, a label, marks, posts.
///
/// Nothing is taken off where fewer than two characters would be left: 王局长 may be the whole of a
/// name, and `王*` hides one.
enum NameTrimming {
    /// Returns the text without the numbering and the label in front of the name.
    static func withoutNumber(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        var isChanged = true
        while isChanged {
            isChanged = false
            let length = numbering(scalars) ?? bracketed(scalars) ?? label(scalars) ?? 0
            guard length > 0 else { break }
            let rest = Array(scalars[length...].drop { $0.isBlank || isMark($0) })
            guard letters(rest) >= 2 else { break }
            scalars = rest
            isChanged = true
        }
        return string(scalars)
    }

    /// Returns the text without the posts that stand apart from the name: `王某 局长`, `王某、书记`.
    static func withoutWords(_ text: String) -> String {
        let hard = text.split(whereSeparator: { "、,;/|:-—–_\n".contains($0) })
        if hard.count > 1 {
            let kept = hard.filter { !PostWords.isTitle(String($0).compact) }
            if kept.count == 1, letters(kept[0]) >= 2 { return withoutWords(String(kept[0])) }
        }
        let words = text.split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.isBlank) })
        let names = words.filter { !PostWords.isTitle(String($0)) }
        let isApart = !names.isEmpty && names.count < words.count
        guard isApart, names.reduce(0, { $0 + letters($1) }) >= 2 else { return text }
        return names.joined()
    }

    /// Returns a name without the marks at its ends and the posts that are written to it.
    static func bare(_ name: String) -> String {
        var scalars = Array(name.unicodeScalars)
        while let shorter = unmarked(scalars) ?? untitled(scalars) { scalars = shorter }
        return string(scalars)
    }

    // MARK: In front

    /// How many characters of `1.`, `（1）`, `①`, `一、` or a bare `1` stand in front.
    private static func numbering(_ scalars: [Unicode.Scalar]) -> Int? {
        if let mark = ListMarks.mark(in: scalars, at: 0, allowsDigitAfter: true) {
            return mark.length
        }
        if let first = scalars.first, isEnclosedNumber(first) { return 1 }
        let digits = scalars.prefix { $0.digit != nil || isKeycap($0) }.count
        return (1...4).contains(digits) && digits < scalars.count ? digits : nil
    }

    /// A combining mark that makes a key of a digit.
    private static func isKeycap(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x20E3 }

    /// How long `[1]`, `【党员】` or `（预备）` in front of a name is.
    private static func bracketed(_ scalars: [Unicode.Scalar]) -> Int? {
        guard let first = scalars.first,
            let kind = brackets.firstIndex(where: { $0.open == first }),
            let end = scalars.firstIndex(of: brackets[kind].close)
        else { return nil }
        let inside = string(scalars[1..<end]).compact
        let isNumber = !inside.isEmpty && inside.unicodeScalars.allSatisfy { $0.digit != nil }
        return isNumber || PostWords.isTitle(inside) ? end + 1 : nil
    }

    private static let brackets: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕"), ("{", "}"), ("<", ">"), ("《", "》"),
        ("「", "」"), ("『", "』"),
    ]

    /// How long `姓名：` in front of a name is.
    private static func label(_ scalars: [Unicode.Scalar]) -> Int? {
        guard let colon = scalars.firstIndex(of: ":"),
            ["姓名", "党员姓名", "名字"].contains(string(scalars[..<colon]).compact)
        else { return nil }
        return colon + 1
    }

    private static func isEnclosedNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2460...0x249B, 0x24EA...0x24FF, 0x2776...0x2793, 0x2150...0x218B, 0x3220...0x3229,
            0x3251...0x325F, 0x3280...0x3289, 0x32B1...0x32BF, 0x1F100...0x1F10C:
            true
        default: false
        }
    }

    // MARK: At the ends

    /// The name without one mark at either end; nil where there is none.
    private static func unmarked(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        if let last = scalars.last, isMark(last) {
            let rest = Array(scalars.dropLast())
            // Two stars hide what is left of a name, one marks a footnote.
            if letters(rest) >= 2, last != "*" || rest.last != "*" { return rest }
        }
        if let first = scalars.first, isMark(first) {
            let rest = Array(scalars.dropFirst())
            if letters(rest) >= 2, first != "*" || rest.first != "*" { return rest }
        }
        return nil
    }

    /// The name without a post at either end; nil where there is none.
    private static func untitled(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard scalars.count >= 4 else { return nil }
        let name = string(scalars)
        for word in PostWords.titles {
            if name.hasSuffix(word) {
                let rest = PostWords.withoutModifier(String(name.dropLast(word.count)))
                if letters(rest) >= 2 { return Array(rest.unicodeScalars) }
            }
            if name.hasPrefix(word) {
                let rest = name.dropFirst(word.count)
                if letters(rest) >= 2 { return Array(rest.unicodeScalars) }
            }
        }
        return nil
    }

    /// Punctuation and symbols, but for those that stand for a lost or hidden character.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "?" || scalar.value == 0xFFFD || scalar.value == 0x3007 { return false }
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .connectorPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol, .control, .nonspacingMark,
            .enclosingMark:
            return true
        default: return false
        }
    }

    /// How many characters of a name there are, hidden ones aside.
    private static func letters(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
        scalars.count { $0.properties.isAlphabetic || $0.isIdeograph }
    }

    private static func letters(_ text: some StringProtocol) -> Int {
        letters(Array(text.unicodeScalars))
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
