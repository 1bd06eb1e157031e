/// Finds the numbering in front of list items: `1.`, `1、`, `(1)`, `①`, `一、`, `（一）`.
enum ListMarks {
    /// Returns how many characters of numbering stand at `start`, and the number; nil for none.
    ///
    /// `1.4` is no numbering: a digit must not follow.
    static func mark(
        in text: [Unicode.Scalar], at start: Int, allowsDigitAfter: Bool = false
    ) -> (length: Int, number: Int)? {
        guard start < text.count else { return nil }
        if let ordinal = ordinal(text, at: start) { return ordinal }
        if let circled = circled(text[start]) { return (1, circled) }
        if text[start] == "(" { return bracketed(text, at: start) }
        if let letter = letter(text, at: start) { return letter }
        let run = text[start...].prefix { $0.digit != nil }
        if !run.isEmpty, run.count <= 2 {
            let next = start + run.count
            guard next < text.count, ".、):．".unicodeScalars.contains(text[next]) else { return nil }
            if !allowsDigitAfter, text[next] == ".", next + 1 < text.count,
                text[next + 1].digit != nil
            {
                return nil
            }
            return (run.count + 1, run.reduce(0) { $0 * 10 + ($1.digit ?? 0) })
        }
        let numeral = text[start...].prefix(3).prefix(while: ChineseNumeral.isPart)
        let next = start + numeral.count
        guard !numeral.isEmpty, next < text.count, text[next] == "、" || text[next] == ".",
            let number = ChineseNumeral.value(numeral)
        else { return nil }
        return (numeral.count + 1, number)
    }

    /// `A.`, `b、`, `C)`
    private static func letter(
        _ text: [Unicode.Scalar], at start: Int
    ) -> (length: Int, number: Int)? {
        let value = text[start].value | 0x20
        guard (0x61...0x68).contains(value), start + 2 < text.count,
            start == 0 || !text[start - 1].properties.isAlphabetic || text[start - 1].isIdeograph,
            ".、):".unicodeScalars.contains(text[start + 1]),
            text[start + 2].isIdeograph || text[start + 2].digit != nil || text[start + 2] == " "
        else { return nil }
        return (2, Int(value - 0x61) + 1)
    }

    /// `第一次：`, `第2项、`, `一是`, `其二，`.
    private static func ordinal(
        _ text: [Unicode.Scalar], at start: Int
    ) -> (length: Int, number: Int)? {
        var index = start
        let opens = text[index] == "第" || text[index] == "其"
        if opens { index += 1 }
        let run = text[index...].prefix(3).prefix { $0.digit != nil || ChineseNumeral.isPart($0) }
        index += run.count
        guard !run.isEmpty, index < text.count, let number = number(run) else { return nil }
        if !opens {
            guard text[index] == "是", run.allSatisfy(ChineseNumeral.isPart) else { return nil }
            return (index + 1 - start, number)
        }
        if "次项场个条".unicodeScalars.contains(text[index]) {
            index += 1
        } else if text[start] == "第", !":,、是".unicodeScalars.contains(text[index]) {
            return nil
        }
        if index < text.count, ":,、. 是".unicodeScalars.contains(text[index]) { index += 1 }
        return (index - start, number)
    }

    /// Returns the number that digits or Chinese numerals write.
    static func number(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
        let digits = run.compactMap(\.digit)
        guard digits.count == run.count else { return ChineseNumeral.value(run) }
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    /// Whether `(2)` in the middle of a text is numbering: where the text begins with `(1)`.
    static func isBracketed(_ text: [Unicode.Scalar]) -> Bool {
        text.first == "(" && bracketed(text, at: 0)?.number == 1
    }

    private static func bracketed(
        _ text: [Unicode.Scalar], at start: Int
    ) -> (length: Int, number: Int)? {
        let inside = text[(start + 1)...].prefix(4).prefix { $0 != ")" }
        let end = start + 1 + inside.count
        guard !inside.isEmpty, inside.count <= 3, end < text.count, text[end] == ")" else {
            return nil
        }
        return number(inside).map { (inside.count + 2, $0) }
    }

    /// Whether the character is a number of its own, which no text needs for anything else.
    static func isCircled(_ scalar: Unicode.Scalar) -> Bool { circled(scalar) != nil }

    private static func circled(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2460...0x2473: Int(scalar.value - 0x2460) + 1
        case 0x2474...0x2487: Int(scalar.value - 0x2474) + 1
        case 0x2488...0x249B: Int(scalar.value - 0x2488) + 1
        case 0x2776...0x277F: Int(scalar.value - 0x2776) + 1
        case 0x3220...0x3229: Int(scalar.value - 0x3220) + 1
        default: nil
        }
    }
}
