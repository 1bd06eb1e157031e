/// Keeps what is said short, however long the names and values are that it quotes.
package enum ShownText {
    /// The most characters of a quoted name or value …
    package static let longestQuote = 60
    /// … of a value in the sentence of an outcome, which says what a cell holds …
    package static let longestValue = 200
    /// … and of a whole sentence, such as one that lists the words that may be written.
    package static let longestSentence = 2_000

    /// Returns a name or value with `…` for its middle where it is too long to be shown.
    package static func shortened(_ text: String, to limit: Int = longestQuote) -> String {
        // A character takes at least a byte.
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        // Names of files differ at their ends, names of units at their beginnings.
        let tail = limit / 3
        let first = beginning(of: scalars, limit - tail - 1)
        let last = beginning(of: scalars.reversed(), tail).reversed()
        return String(String.UnicodeScalarView(first)) + "…"
            + String(String.UnicodeScalarView(last))
    }

    /// Returns the beginning of a text, with `…` where that is not all.
    package static func beginning(of text: String, upTo limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        return String(String.UnicodeScalarView(beginning(of: scalars, limit))) + "…"
    }

    /// Returns at most `limit` characters that do not end inside a number: half a phone number is not
    /// seen to be one, and tells as much.
    private static func beginning(
        of scalars: some Collection<Unicode.Scalar>, _ limit: Int
    ) -> [Unicode.Scalar] {
        var kept = Array(scalars.prefix(limit))
        guard let next = scalars.dropFirst(limit).first, isInNumber(next) else { return kept }
        let whole = kept
        while let last = kept.last, isInNumber(last) { kept.removeLast() }
        // A text of nothing else is no number of a person.
        return whole.count - kept.count > 40 ? whole : kept
    }

    /// Whether a number may go on with `scalar`: a digit, or what parts groups of them.
    private static func isInNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x20, 0x28...0x29, 0x2D...0x2E, 0x3000, 0xFF08...0xFF09:
            true
        case 0x3001..<0xFF08: false
        default:
            scalar.properties.numericType == .decimal || scalar.properties.isDash
                || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Returns a sentence in which everything in backticks or Chinese quotes is short, and which is
    /// short itself.
    ///
    /// - Complexity: linear in the sentence's length.
    package static func sentence(_ text: String) -> String {
        guard text.utf8.count > longestQuote else { return text }
        var rest = text.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        while let open = rest.firstIndex(where: { $0 == "`" || $0 == "“" }) {
            let inside = rest[rest.index(after: open)...]
            let closing: Unicode.Scalar = rest[open] == "`" ? "`" : "”"
            guard let close = inside.firstIndex(of: closing) else { break }
            result.append(contentsOf: rest[...open])
            result.append(contentsOf: shortened(String(inside[..<close])).unicodeScalars)
            result.append(closing)
            rest = inside[inside.index(after: close)...]
        }
        result.append(contentsOf: rest)
        return shortened(String(result), to: longestSentence)
    }
}

extension Message {
    /// The message with everything that it quotes cut to a length that can be shown.
    package var shortened: Message {
        Message(zh: ShownText.sentence(zh), en: ShownText.sentence(en))
    }
}
