/// Tables and lines of Markdown, in which data can become no markup.
struct MarkdownTable {
    /// Starts a table with its headings, below which `rule` stands for each column that is not set to
    /// the right.
    init(
        _ columns: [(title: DataText, isRight: Bool)], rule: MaskedText = "---|",
        to stream: inout ReportStream
    ) {
        add(columns.map(\.title), to: &stream)
        let rules = columns.map { $0.isRight ? "---:|" : rule }
        stream.write("|\(rules.joined())\n")
    }

    func add(_ cells: [DataText], to stream: inout ReportStream) {
        let cells = cells.map { stream.redaction.masked($0).inMarkdown }
        stream.write("| \(cells.joined(separator: " | ")) |\n")
    }
}

extension ReportStream {
    /// Returns `text` masked, and escaped for Markdown.
    func inMarkdown(_ text: DataText) -> MaskedText {
        redaction.masked(text).inMarkdown
    }
}
