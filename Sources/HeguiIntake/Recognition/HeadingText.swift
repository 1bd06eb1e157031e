/// The forms in which the heading of a column is compared.
enum HeadingText {
    /// Returns the heading without blanks and line breaks, in half-width forms and lower case,
    /// without a mark for required columns and without a colon.
    static func key(_ text: String) -> String {
        var key = text.compact.lowercased()[...]
        while let first = key.first, "*#".contains(first) { key.removeFirst() }
        while let last = key.last, "*:#".contains(last) { key.removeLast() }
        return String(key)
    }

    /// Returns the whole heading and what is left of it without a hint in brackets or below:
    /// `综合评价` for `综合评价⏎好、较好、一般、差`.
    static func keys(_ text: String) -> [String] {
        let folded = text.foldedWidth
        var keys = [key(folded)]
        if let bracket = folded.firstIndex(where: { "([【〔<".contains($0) }) {
            keys.append(key(String(folded[..<bracket])))
        }
        if let line = folded.split(separator: "\n").first { keys.append(key(String(line))) }
        var unique: [String] = []
        for key in keys where !key.isEmpty && !unique.contains(key) { unique.append(key) }
        return unique
    }
}
