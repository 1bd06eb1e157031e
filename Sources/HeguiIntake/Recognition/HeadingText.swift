/// The forms in which the heading of a column is compared.
enum HeadingText {
    /// Returns the heading without blanks and line breaks, in half-width forms and lower case,
    /// without a mark for required columns and without a colon.
    static func key(_ text: String) -> String {
        let whole = text.compactLowercased
        guard let first = whole.utf8.first, let last = whole.utf8.last,
            isMark(first) || isMark(last)
        else { return whole }
        var key = whole[...]
        while let first = key.first, "*#".contains(first) { key.removeFirst() }
        while let last = key.last, "*:#".contains(last) { key.removeLast() }
        return String(key)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == 0x2A || byte == 0x3A || byte == 0x23
    }

    /// Returns the whole heading and what is left of it without a hint in brackets or below:
    /// `综合评价` for `综合评价⏎好、较好、一般、差`.
    ///
    /// A text that is too long for a heading has none, and costs nothing.
    static func keys(_ text: String) -> [String] {
        if text.utf8.count > longest { return [] }
        let folded = text.foldedWidth
        // Most cells of a file are no headings, and nearly all are plain words.
        if !ByteKinds(of: folded).contains(.mark) {
            let key = folded.compactLowercased
            return key.isEmpty ? [] : [key]
        }
        var keys = [key(folded)]
        if let bracket = folded.firstIndex(where: { "([【〔<".contains($0) }) {
            keys.append(key(String(folded[..<bracket])))
        }
        if let line = folded.split(separator: "\n").first { keys.append(key(String(line))) }
        var unique: [String] = []
        for key in keys where !key.isEmpty && !unique.contains(key) { unique.append(key) }
        return unique
    }

    /// The most bytes that a heading or a label with its value takes, some 600 characters.
    static let longest = 2_000
}
