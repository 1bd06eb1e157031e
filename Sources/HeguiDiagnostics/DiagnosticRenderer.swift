/// Turns diagnostics into text for a terminal or a log.
///
///     error[R0203]: undeclared column `amout`
///       --> unit/rate-below-floor.yaml:14:17
///        |
///     14 |   where: member.amout > 2
///        |                 ^^^^^ not in dataset `members`
///        = help: did you mean `amount`?
package struct DiagnosticRenderer: Sendable {
    package var language: Language
    /// The files that lines are quoted from, by the name that spans give.
    package var texts: [String: SourceText]
    /// Whether escape sequences of ANSI terminals are written.
    package var usesColour: Bool

    package init(
        language: Language, texts: [String: SourceText] = [:], usesColour: Bool = false
    ) {
        self.language = language
        self.texts = texts
        self.usesColour = usesColour
    }

    /// Returns the diagnostics by file, place and code, with a blank line after each and a line
    /// that counts them; empty if there are none.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        let sorted = Diagnostic.sorted(diagnostics)
        guard !sorted.isEmpty else { return "" }
        return sorted.map { render($0) + "\n" }.joined() + summary(of: sorted) + "\n"
    }

    /// Returns one diagnostic; every line of it ends in a line break.
    package func render(_ diagnostic: Diagnostic) -> String {
        let sections = Sections(diagnostic, renderer: self)
        var rows = [header(diagnostic)]
        rows += sections.rows()
        let indent = sections.gutter + 1
        for note in diagnostic.notes {
            rows += remark(Message(zh: "注：", en: "note: "), note, indent: indent)
        }
        if let help = diagnostic.help {
            rows += remark(Message(zh: "帮助：", en: "help: "), help, indent: indent)
        }
        return rows.map { $0.text(inColour: usesColour) + "\n" }.joined()
    }

    /// Returns `text` on one line in this renderer's language.
    func line(_ text: Message?) -> String {
        VisibleText.of(text?.text(in: language) ?? "")
    }

    private func header(_ diagnostic: Diagnostic) -> InkedRow {
        var row = InkedRow()
        let severity = diagnostic.severity.name.text(in: language)
        row.append("\(severity)[\(diagnostic.code)]", .severity(diagnostic.severity))
        let colon = language == .chinese ? "：" : ": "
        row.append(colon + line(diagnostic.message), .strong)
        return row
    }

    /// A note or help may have several lines; those after the first are indented.
    private func remark(_ title: Message, _ text: Message, indent: Int) -> [InkedRow] {
        let title = title.text(in: language)
        let lines = text.text(in: language).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        let margin = indent + 2 + DisplayWidth.of(title)
        return lines.enumerated().map { index, line in
            var row = InkedRow()
            if index == 0 {
                row.advance(to: indent)
                row.append("= ", .frame)
                row.append(title, .strong)
            } else {
                row.advance(to: margin)
            }
            row.append(VisibleText.of(String(line)))
            return row
        }
    }
}
