internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → a person's name.
package enum NameReader {
    /// Reads a cell; nil is an empty one.
    package static func read(_ cell: RawCell?) -> ParsedValue<PersonName> {
        CellWriting(cell).read(readWritten)
    }

    /// Reads a text.
    package static func read(text: String) -> ParsedValue<PersonName> {
        CellWriting(text: text).read(readWritten)
    }

    private static func readWritten(_ written: String) -> ParsedValue<PersonName> {
        if isPlain(written) { return .value(PersonName(text: written)) }
        var text = written
        let isChinese = written.unicodeScalars.contains(where: \.isIdeograph)
        if isChinese { text = NameTrimming.withoutNumber(text) }
        var remark: String?
        if let open = text.firstIndex(where: { "([【〔{<".contains($0) }), open != text.startIndex {
            let inside = text[open...].dropFirst()
            remark = String(inside.prefix { !")]】〕}>".contains($0) }).compact
            let after = inside.drop { !")]】〕}>".contains($0) }.dropFirst()
            text = String(text[..<open]) + after
        }
        if isChinese { text = NameTrimming.withoutWords(text) }
        var name = unified(text)
        if isChinese { name = NameTrimming.bare(name) }
        guard !name.isEmpty else {
            return .unreadable(Message(zh: "没有姓名", en: "there is no name"))
        }
        guard !name.contains(where: { "、,;/\n".contains($0) }) else {
            return .unreadable(Message(zh: "不止一个姓名", en: "more than one name"))
        }
        let isDoubtful = name.unicodeScalars.contains(where: isDoubtful)
        let isMasked = name.contains { "*某".contains($0) } && name.count > 1
        let notes: [ParsingNote] = (isMasked ? [.masked] : []) + (isDoubtful ? [.irregular] : [])
        let shown = remark.flatMap { $0.isEmpty ? nil : $0 }
        return .value(PersonName(text: name, remark: shown), notes: notes)
    }

    /// Whether a text is nothing but a name, as nearly all are.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return (2...3).contains(scalars.count)
            && scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) && $0 != "某" }
    }

    /// Takes out padding and unifies the middle dot.
    private static func unified(_ text: String) -> String {
        let scalars = Array(text.trimmed.unicodeScalars)
        let isLatin = scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\n" || scalar.isBlank {
                // A blank stands between the words of a Latin name, and nowhere in a Chinese one.
                if isLatin, result.last != " " { result.append(" ") }
            } else if isMiddleDot(scalar, in: scalars, at: index) {
                result.append("·")
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isMiddleDot(
        _ scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], at index: Int
    ) -> Bool {
        switch scalar {
        case "·", "•", "﹒", "・", "･", "‧", "∙", "⋅", "●", "˙", "ㆍ", "▪": return true
        case ".", "。", "．":
            // A full stop is one only between ideographs: initials keep theirs.
            let before = scalars[..<index].last { !$0.isBlank }
            let after = scalars[(index + 1)...].first { !$0.isBlank }
            return before?.isIdeograph == true && after?.isIdeograph == true
        default: return false
        }
    }

    /// Digits, question marks for lost characters, and characters of private use.
    private static func isDoubtful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x3F, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
        default: false
        }
    }
}

/// A person's name in the form in which names are compared.
package struct PersonName: Hashable, Sendable {
    /// Without padding, numbering, marks and posts, with `·` between the parts of minority names.
    package var text: String
    /// What stood in brackets after the name: `预备`, `书记`.
    package var remark: String?

    package init(text: String, remark: String? = nil) {
        self.text = text
        self.remark = remark
    }

    /// Returns the form in which a text names a person, for a text that may also be something else.
    static func folded(_ text: String) -> String {
        NameReader.read(text: text).value?.text ?? text.compact
    }
}
