import HeguiDiagnostics

/// Text in XML 1.0, personal numbers hidden.
struct XMLText: Sendable {
    let redaction: Redaction

    /// Returns `text` as an attribute's value with its quotes, in one line.
    func quoted(_ text: String) -> String {
        "\"" + escaped(VisibleText.of(text)) + "\""
    }

    /// Returns `text` without anything that would be markup; what XML does not allow is replaced.
    func escaped(_ text: String) -> String {
        let masked = redaction.mask(text)
        let isPlain = masked.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && !"&<>\"".utf8.contains($0)
        }
        if isPlain { return masked }
        var escaped = ""
        for scalar in masked.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE:
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
