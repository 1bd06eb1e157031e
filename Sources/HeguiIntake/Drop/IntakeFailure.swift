internal import HeguiDiagnostics

/// Why a file cannot be read at all.
struct IntakeFailure: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
