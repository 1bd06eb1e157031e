/// The text of an event without the signs that set it apart from its date.
enum DatedText {
    static let openers: Set<Unicode.Scalar> = [
        "(", "[", "{", "【", "〔", "〖", "「", "『", "《", "〈", "<", "“", "‘", "\"", "'",
    ]
    static let closers: Set<Unicode.Scalar> = [
        ")", "]", "}", "】", "〕", "〗", "」", "』", "》", "〉", ">", "”", "’", "\"", "'",
    ]

    private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("(", ")"), ("[", "]"), ("{", "}"), ("【", "】"), ("〔", "〕"), ("〖", "〗"), ("「", "」"),
        ("『", "』"),
        ("《", "》"), ("〈", "〉"), ("<", ">"), ("“", "”"), ("‘", "’"), ("\"", "\""), ("'", "'"),
        // Typed the wrong way round, or with the same sign twice.
        ("”", "”"), ("“", "“"), ("’", "’"), ("‘", "‘"),
    ]

    /// Whether the two signs enclose what stands between them.
    static func encloses(_ opener: Unicode.Scalar, _ closer: Unicode.Scalar) -> Bool {
        pairs.contains { $0 == opener && $1 == closer }
    }

    /// The text between two places, without what separates it from a date; `isFollowed` where one
    /// follows it.
    static func content(
        of line: [Unicode.Scalar], from start: Int, to end: Int, isFollowed: Bool
    ) -> String {
        guard start < end else { return "" }
        let kept = withoutLoneBrackets(Array(line[start..<end]))
        var text = kept[...]
        while let first = text.first, leading.contains(first) || first.isBlank {
            text.removeFirst()
        }
        if isFollowed { text.removeLast(EventWords.link(endOf: text).unicodeScalars.count) }
        while let last = text.last,
            trailing.contains(last) || last.isBlank
                || isFollowed && (EventWords.isLink(last) || dashes.contains(last))
        {
            text.removeLast()
        }
        return String(String.UnicodeScalarView(text))
    }

    private static let leading = Set(":,、.。-—–|+&→>=~～·•*/".unicodeScalars)
    private static let dashes = Set("/-–—~～…@#=\\·._*".unicodeScalars)
    private static let trailing = Set(",、|。+&→=".unicodeScalars)

    /// Takes out brackets whose other half stands around a date that was taken out.
    private static func withoutLoneBrackets(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains(where: { openers.contains($0) || closers.contains($0) }) else {
            return text
        }
        var lone: Set<Int> = []
        var open: [Int] = []
        for (index, scalar) in text.enumerated() {
            if let last = open.last, encloses(text[last], scalar) {
                open.removeLast()
            } else if openers.contains(scalar), scalar != ">" {
                open.append(index)
            } else if closers.contains(scalar), scalar != ">" {
                lone.insert(index)
            }
        }
        lone.formUnion(open)
        return text.enumerated().filter { !lone.contains($0.offset) }.map(\.element)
    }
}
