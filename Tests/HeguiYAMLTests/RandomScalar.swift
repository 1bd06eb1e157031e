import HeguiTestSupport
/// A text of marked words, written out as YAML in one of the scalar styles.
///
/// Every word is unique in the text, so that the place of a word in the file is known without
/// reading YAML: it is where the written form has that word.
struct RandomScalar {
    var words: [String] = []
    var written = ""

    private static let bodies = ["a", "党员", "é", "😀", "x.y", "报到日期", "(1+2)", "e\u{301}"]

    /// Writes a block scalar with `indicator` (`|`, `>`, `|-` …) below a key at the margin.
    static func block(_ indicator: String, using random: inout SeededNumbers) -> RandomScalar {
        var scalar = RandomScalar()
        let indent = Int.random(in: 1...6, using: &random)
        let hasNumber = Bool.random(using: &random)
        let header =
            hasNumber ? "\(indicator.prefix(1))\(indent)\(indicator.dropFirst())" : indicator
        scalar.written = header + (Bool.random(using: &random) ? " # 注释" : "") + "\n"
        for line in 0..<Int.random(in: 1...5, using: &random) {
            let blank = Int.random(in: 0...2, using: &random)
            for _ in 0..<blank where line > 0 || !hasNumber || blank < 2 {
                scalar.written += String(
                    repeating: " ", count: Int.random(in: 0...indent, using: &random)
                )
                scalar.written += "\n"
            }
            // More indented lines are not folded; the first may not be, or it sets the indentation.
            let extra = line > 0 && Int.random(in: 0...3, using: &random) == 0 ? 2 : 0
            scalar.written += String(repeating: " ", count: indent + extra)
            scalar.addWords(between: [" ", "  ", " # ", ": "], using: &random)
            scalar.written += "\n"
        }
        scalar.written += String(repeating: "\n", count: Int.random(in: 0...2, using: &random))
        return scalar
    }

    /// Writes a plain or quoted scalar, folded over several lines below a key at the margin.
    static func flow(_ quote: String, using random: inout SeededNumbers) -> RandomScalar {
        var scalar = RandomScalar()
        scalar.written = quote
        let gaps =
            switch quote {
            case "'": ["''", " ''", ": ", " # ", "\n\n "]
            case "\"": ["\\n", "\\u515A", "\\\"", "\\x41 ", "\\\n  ", " \\\n \n ", "\\\\", " # "]
            default: ["\t", "'", "\"", "#"]
            }
        scalar.addWords(between: gaps + [" ", "  ", "\n ", " \n\n   ", "\n \n  "], using: &random)
        scalar.written += quote + "\n"
        return scalar
    }

    private mutating func addWords(
        between gaps: [String], using random: inout SeededNumbers
    ) {
        let count = Int.random(in: 1...4, using: &random)
        for index in 0..<count {
            let body = Self.bodies.randomElement(using: &random) ?? "a"
            let word = "w\(words.count)_\(body)_"
            words.append(word)
            written += word
            if index < count - 1 { written += gaps.randomElement(using: &random) ?? " " }
        }
    }
}
