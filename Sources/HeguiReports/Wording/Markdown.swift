import HeguiDiagnostics

/// Text in Markdown.
enum Markdown {
    /// Returns `text` in one line, shown as it is: nothing in it becomes markup or ends a cell of a
    /// table.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$", "@":
                escaped += "\\"
            default: break
            }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
