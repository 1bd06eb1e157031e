import HeguiDiagnostics

/// A workflow command of GitHub, which shows its message at a line of a file.
struct WorkflowCommand {
    /// `error`, `warning` or `notice`.
    let name: MaskedText
    /// `file=…`, `line=…`, each escaped, in the order in which they are written.
    var properties: [MaskedText] = []

    init(_ name: MaskedText) {
        self.name = name
    }

    /// The command for what is said of a file or a pack.
    init(_ severity: Severity) {
        switch severity {
        case .error: name = "error"
        case .warning: name = "warning"
        case .note: name = "notice"
        }
    }

    func write(title: DataText, _ message: DataText, to stream: inout ReportStream) {
        let title = stream.redaction.masked(title).inCommandProperty
        let all = (properties + ["title=\(title)"]).joined(separator: ",")
        stream.write("::\(name) \(all)::\(stream.redaction.masked(message).inCommand)\n")
    }
}
