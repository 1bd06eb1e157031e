package import HeguiDiagnostics

/// What came of reading one YAML file.
package struct YAMLDocument: Sendable {
    /// The first document's root; nil if the text as a whole could not be read.
    ///
    /// Where diagnostics are about single entries (a key given twice, a tag), the root is there
    /// without those entries, so that the rest can be checked in the same go.
    package var root: Node?
    /// By place in the file.
    package var diagnostics: [Diagnostic]

    package init(root: Node?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}
