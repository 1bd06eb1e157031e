package import HeguiDiagnostics

/// Writes what is wrong with a pack as SARIF 2.1.0, for tools that show it at the lines of its files.
package struct DiagnosticSARIF: Sendable {
    private let diagnostics: [Diagnostic]
    private let say: Speaker
    private let version: String
    /// The codes, each once, in order.
    private let codes: [String]

    /// `version` is the program's.
    package init(_ diagnostics: [Diagnostic], version: String, language: Language) {
        self.diagnostics = diagnostics
        self.version = version
        say = Speaker(language)
        codes = Set(diagnostics.map(\.code)).sorted()
    }

    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 4)
        writer.sarifLog { $0.object(writeRun) }
        stream = writer.finish()
    }

    private func writeRun(to writer: inout JSONWriter) {
        writer.key("tool")
        writer.object { writer in
            writer.key("driver")
            writer.object { writer in
                writer.member("name", "hegui")
                writer.member("version", version)
                writer.key("rules")
                writer.array(codes) { writer, code in writer.object { $0.member("id", code) } }
            }
        }
        writer.key("automationDetails")
        writer.object { $0.member("id", "hegui/lint") }
        writer.member("language", say.language == .chinese ? "zh-CN" : "en-US")
        writer.member("columnKind", "unicodeCodePoints")
        writer.key("results")
        writer.array(diagnostics) { writer, diagnostic in write(diagnostic, to: &writer) }
    }

    private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ruleId", diagnostic.code)
            writer.member("ruleIndex", codes.firstIndex(of: diagnostic.code))
            writer.member("level", diagnostic.severity.rawValue)
            writer.sarifMessage("message", diagnostic.words(say))
            writer.key("locations")
            writer.list { writer in
                guard let location = diagnostic.location else { return }
                writer.element { $0.object { writePlace(location, to: &$0) } }
            }
            writer.key("relatedLocations")
            writer.array(diagnostic.secondary) { writer, label in
                writer.object { writer in
                    writer.sarifMessage("message", say(label.text))
                    writePlace(label.location, to: &writer)
                }
            }
        }
    }

    private func writePlace(_ location: Location, to writer: inout JSONWriter) {
        writer.key("physicalLocation")
        writer.object { writer in
            writer.key("artifactLocation")
            writer.object { writer in
                writer.member("uri", masked: writer.redaction.masked(DataText(location.file)).asURI)
            }
            guard case .text(let span) = location else { return }
            writer.key("region")
            writer.object { writer in
                writer.member("startLine", span.start.line)
                writer.member("startColumn", span.start.column)
                writer.member("endLine", span.end.line)
                writer.member("endColumn", span.end.column)
            }
        }
    }
}
