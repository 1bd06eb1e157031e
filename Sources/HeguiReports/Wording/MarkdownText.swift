import HeguiDiagnostics

/// Text as Markdown shows it literally.
enum MarkdownText {
    /// Returns `text` in one line, with a backslash before each sign that would be markup.
    static func escaped(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        var escaped = ""
        for character in VisibleText.of(line) {
            if "\\`*_[]<>|#~".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
