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
