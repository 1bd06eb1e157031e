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

extension DiagnosticRenderer {
    /// Returns how many diagnostics of each severity there are: `2 errors, 1 warning`.
    package func summary(of diagnostics: some Sequence<Diagnostic>) -> String {
        var counts: [Severity: Int] = [:]
        for diagnostic in diagnostics { counts[diagnostic.severity, default: 0] += 1 }
        let parts = [Severity.error, .warning, .note].compactMap { severity in
            counts[severity].map { phrase($0, severity) }
        }
        return parts.joined(separator: language == .chinese ? "，" : ", ")
    }

    private func phrase(_ count: Int, _ severity: Severity) -> String {
        switch language {
        case .chinese: "\(count) 个\(severity.name.zh)"
        case .english: "\(count) \(severity.name.en)\(count == 1 ? "" : "s")"
        }
    }
}

extension DiagnosticRenderer {
    /// The parts of a diagnostic between its first line and its notes, one a file or cell.
    struct Sections {
        private struct Section {
            /// What stands after the arrow.
            var place: String
            var snippet: Snippet?
        }

        private var sections: [Section] = []
        private var indexOfFile: [String: Int] = [:]
        private let renderer: DiagnosticRenderer
        private let severity: Severity

        init(_ diagnostic: Diagnostic, renderer: DiagnosticRenderer) {
            self.renderer = renderer
            severity = diagnostic.severity
            if let location = diagnostic.location {
                add(location, isPrimary: true, label: renderer.line(diagnostic.label))
            }
            for label in diagnostic.secondary {
                add(label.location, isPrimary: false, label: renderer.line(label.text))
            }
        }

        /// The columns that line numbers take; at least two, so that arrows line up.
        var gutter: Int {
            let last = sections.compactMap(\.snippet?.lastLine).max() ?? 0
            return max(2, String(last).count)
        }

        func rows() -> [InkedRow] {
            sections.enumerated().flatMap { index, section in
                var row = InkedRow()
                row.advance(to: gutter)
                row.append(index == 0 ? "--> " : "::: ", .frame)
                row.append(section.place)
                return [row] + (section.snippet?.rows(gutter: gutter) ?? [])
            }
        }

        private mutating func add(_ location: Location, isPrimary: Bool, label: String) {
            let place = VisibleText.of(location.description(in: renderer.language))
            if case .text(let span) = location, let source = renderer.texts[span.file] {
                let index = indexOfFile[span.file]
                var snippet =
                    index.flatMap { sections[$0].snippet }
                    ?? Snippet(source: source, severity: severity)
                if snippet.mark(span, isPrimary: isPrimary, label: label) {
                    indexOfFile[span.file] = index ?? sections.count
                    if let index {
                        sections[index].snippet = snippet
                    } else {
                        sections.append(Section(place: place, snippet: snippet))
                    }
                    return
                }
            }
            let colon = renderer.language == .chinese ? "：" : ": "
            sections.append(Section(place: label.isEmpty ? place : place + colon + label))
        }
    }
}
