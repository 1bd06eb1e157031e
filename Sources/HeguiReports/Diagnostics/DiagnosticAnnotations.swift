package import HeguiDiagnostics

/// Writes what is wrong with a pack as workflow commands, which GitHub shows at the lines of its
/// files; mistakes first, since it shows only the first ones.
package struct DiagnosticAnnotations: Sendable {
    private let diagnostics: [Diagnostic]
    private let say: Speaker

    package init(_ diagnostics: [Diagnostic], language: Language) {
        self.diagnostics = diagnostics
        say = Speaker(language)
    }

    package func write(to stream: inout ReportStream) {
        for severity in [Severity.error, .warning, .note] {
            for diagnostic in diagnostics where diagnostic.severity == severity {
                write(diagnostic, to: &stream)
            }
        }
    }

    private func write(_ diagnostic: Diagnostic, to stream: inout ReportStream) {
        let command: MaskedText =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let redaction = stream.redaction
        var properties: [MaskedText] = []
        if let location = diagnostic.location {
            let file = redaction.masked(DataText(location.file))
            properties.append("file=\(file.inCommandProperty)")
            if case .text(let span) = location {
                properties.append("line=\(span.start.line),endLine=\(span.end.line)")
                // GitHub takes columns only of what stands in one line.
                if span.start.line == span.end.line {
                    properties.append("col=\(span.start.column),endColumn=\(span.end.column)")
                }
            }
        }
        let title = redaction.masked(DataText(diagnostic.code))
        properties.append("title=\(title.inCommandProperty)")
        let words =
            [diagnostic.message] + [diagnostic.label].compactMap(\.self)
            + diagnostic.notes + [diagnostic.help].compactMap(\.self)
        let text = words.map { say($0) }.joined(separator: "\n")
        stream.write("::\(command) \(properties.joined(separator: ","))::")
        stream.write("\(redaction.masked(text).inCommand)\n")
    }
}
