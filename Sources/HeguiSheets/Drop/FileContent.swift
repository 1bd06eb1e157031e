internal import HeguiDiagnostics

/// What one file held.
struct FileContent {
    var sheets: [Sheet]
    var diagnostics: [Diagnostic] = []
    let format: FileFormat
}
