package import HeguiDiagnostics

/// Why a file cannot be read at all.
package struct IntakeFailure: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
