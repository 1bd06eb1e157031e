package import HeguiDiagnostics

/// Writes what is wrong with a pack as JSON: each diagnostic with its code, place, sentences in both
/// languages and what to do.
package struct DiagnosticJSON: Sendable {
    private let diagnostics: [Diagnostic]
    private let isSound: Bool

    package init(_ diagnostics: [Diagnostic], isSound: Bool) {
        self.diagnostics = diagnostics
        self.isSound = isSound
    }

    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 3)
        writer.object { writer in
            writer.member("sound", isSound)
            writer.key("diagnostics")
            writer.array(diagnostics) { writer, diagnostic in write(diagnostic, to: &writer) }
        }
        stream = writer.finish()
    }

    private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", diagnostic.code)
            writer.member("severity", diagnostic.severity.rawValue)
            writer.member("message", diagnostic.message)
            place(diagnostic.location, to: &writer)
            writer.member("label", diagnostic.label)
            writer.member("help", diagnostic.help)
            writer.key("notes")
            writer.array(diagnostic.notes) { writer, note in
                writer.object { $0.member("message", note) }
            }
            writer.key("related")
            writer.array(diagnostic.secondary) { writer, label in
                writer.object { writer in
                    writer.member("message", label.text)
                    place(label.location, to: &writer)
                }
            }
        }
    }

    /// The end is the place behind the last character, as editors count.
    private func place(_ location: Location?, to writer: inout JSONWriter) {
        writer.member("file", location?.file)
        guard case .text(let span)? = location else { return }
        writer.member("line", span.start.line)
        writer.member("column", span.start.column)
        writer.member("end_line", span.end.line)
        writer.member("end_column", span.end.column)
    }
}
