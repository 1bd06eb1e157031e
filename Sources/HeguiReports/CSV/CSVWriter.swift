/// Writes CSV that spreadsheet programs open as it is meant: UTF-8 with a mark, `\r\n`, RFC 4180
/// quoting, and no cell that runs as a formula.
enum CSVWriter {
    /// A cell of a row.
    enum Field {
        /// Written as text whatever it begins with.
        case text(DataText)
        case integer(Int64?)

        /// A text, or an empty cell.
        static func text(_ text: String?) -> Field { .text(DataText(text ?? "")) }
    }

    /// Starts a file with its mark and heading.
    static func start(_ columns: [DataText], to stream: inout ReportStream) {
        stream.write("\u{FEFF}")
        write(columns.map { .text($0) }, to: &stream)
    }

    static func write(_ fields: [Field], to stream: inout ReportStream) {
        let cells = fields.map { field -> MaskedText in
            switch field {
            case .integer(let number): number.map { "\($0)" } ?? ""
            case .text(let text): stream.redaction.masked(text).inCSV
            }
        }
        stream.write(cells.joined(separator: ",") + "\r\n")
    }
}
