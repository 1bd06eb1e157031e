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
        var command = WorkflowCommand(diagnostic.severity)
        if let location = diagnostic.location {
            let file = stream.redaction.masked(DataText(location.file))
            command.properties.append("file=\(file.inCommandProperty)")
            if case .text(let span) = location {
                command.properties.append("line=\(span.start.line),endLine=\(span.end.line)")
                // GitHub takes columns only of what stands in one line.
                if span.start.line == span.end.line {
                    command.properties.append(
                        "col=\(span.start.column),endColumn=\(span.end.column)")
                }
            }
        }
        command.write(title: DataText(diagnostic.code), diagnostic.words(say), to: &stream)
    }
}
