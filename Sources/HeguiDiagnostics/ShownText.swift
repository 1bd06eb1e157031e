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
        let head = limit - tail - 1
        return String(scalars.prefix(head)) + "…" + String(scalars.suffix(tail))
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
