/// Writes CSV that spreadsheet programs open as it is meant: UTF-8 with a mark, `\r\n`, RFC 4180
/// quoting, and no cell that runs as a formula.
struct CSVWriter {
    let redaction: Redaction

    /// A cell of a row.
    enum Field {
        /// Written as text whatever it begins with.
        case text(String?)
        case integer(Int64?)
    }

    /// Starts a file with its mark and heading.
    func start(_ columns: [String], to stream: inout ReportStream) {
        stream.write("\u{FEFF}" + columns.joined(separator: ",") + "\r\n")
    }

    func write(_ fields: [Field], to stream: inout ReportStream) {
        stream.write(fields.map(encoded).joined(separator: ",") + "\r\n")
    }

    private func encoded(_ field: Field) -> String {
        switch field {
        case .integer(let number): number.map { "\($0)" } ?? ""
        case .text(let text): Self.quoted(Self.defused(redaction.mask(text ?? "")))
        }
    }

    /// Returns `text` with an apostrophe before anything that a spreadsheet would calculate.
    ///
    /// The full-width signs count in Chinese versions of Excel.
    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return "'" + text
        default: return text
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
        var inside = ""
        for character in text.unicodeScalars {
            if character == "\"" { inside.unicodeScalars.append("\"") }
            inside.unicodeScalars.append(character)
        }
        return "\"" + inside + "\""
    }
}
