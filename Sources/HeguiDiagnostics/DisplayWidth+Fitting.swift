extension DisplayWidth {
    /// Where a text stands in a field that is wider than the text.
    package enum Alignment: Sendable {
        case left, right, centre
    }

    /// Returns `text` filled with spaces to `width` columns; a wider text comes back unchanged.
    package static func pad(
        _ text: String, to width: Int, alignment: Alignment = .left
    ) -> String {
        let missing = width - of(text)
        guard missing > 0 else { return text }
        let before =
            switch alignment {
            case .left: 0
            case .right: missing
            case .centre: missing / 2
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: missing - before)
    }

    /// Returns `text` cut to at most `width` columns, ending in `mark` if something was cut.
    ///
    /// A wide character is never halved, so the result may be one column narrower.
    package static func truncate(
        _ text: String, to width: Int, mark: String = "…"
    ) -> String {
        guard of(text) > width else { return text }
        let room = width - of(mark)
        guard room >= 0 else { return "" }
        var kept = ""
        var used = 0
        for character in text {
            used += of(character)
            if used > room { break }
            kept.append(character)
        }
        return kept + mark
    }

    /// Returns `text` cut or filled to exactly `width` columns.
    package static func fit(
        _ text: String, to width: Int, alignment: Alignment = .left
    ) -> String {
        pad(truncate(text, to: width), to: width, alignment: alignment)
    }
}
