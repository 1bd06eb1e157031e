/// Finds the numbering in front of list items: `1.`, `1、`, `(1)`, `①`, `一、`, `（一）`.
enum ListMarks {
    /// Returns how many characters of numbering stand at `start`, and the number; nil for none.
    ///
    /// `1.4` is no numbering: a digit must not follow.
    static func mark(
        in text: [Unicode.Scalar], at start: Int, allowsDigitAfter: Bool = false
    ) -> (length: Int, number: Int)? {
        guard start < text.count else { return nil }
        if let circled = circled(text[start]) { return (1, circled) }
        if text[start] == "(" { return bracketed(text, at: start) }
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
        let digits = inside.compactMap(\.digit)
        if digits.count == inside.count {
            return (inside.count + 2, digits.reduce(0) { $0 * 10 + $1 })
        }
        return ChineseNumeral.value(inside).map { (inside.count + 2, $0) }
    }

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
