package import HeguiDiagnostics

/// Why a workbook could not be annotated.
package struct AnnotationFailure: Error {
    package let diagnostic: Diagnostic
}
