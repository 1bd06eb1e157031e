import HeguiDiagnostics
import HeguiReports

/// How programs are told what is wrong with a pack.
public enum CheckFormat: String, CaseIterable, Sendable {
    /// JSON with all that a person is told.
    case json
    /// SARIF 2.1.0.
    case sarif
    /// Workflow commands, which GitHub shows at the lines of the pack's files.
    case github

    /// Returns the report of `diagnostics`.
    func report(
        of diagnostics: [Diagnostic], isSound: Bool, in language: ReportLanguage
    ) -> ReportFile {
        let language = language.language
        switch self {
        case .json:
            let report = DiagnosticJSON(diagnostics, isSound: isSound)
            return ReportFile(name: "check.json", redaction: .full) { report.write(to: &$0) }
        case .sarif:
            let report = DiagnosticSARIF(
                diagnostics, version: engineVersion, language: language)
            return ReportFile(name: "check.sarif", redaction: .full) { report.write(to: &$0) }
        case .github:
            let report = DiagnosticAnnotations(diagnostics, language: language)
            return ReportFile(name: "check.txt", redaction: .full) { report.write(to: &$0) }
        }
    }
}
