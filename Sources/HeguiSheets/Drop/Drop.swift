package import HeguiDiagnostics

/// Everything that was read from the dropped paths.
package struct Drop: Sendable {
    /// By file name in byte order, then in the workbook's order.
    package var sheets: [Sheet]
    /// Texts in YAML, by name.
    package var documents: [SourceText]
    /// Every file that was found, by name in byte order.
    package var files: [DropFile]
    package var diagnostics: [Diagnostic]

    package init(
        sheets: [Sheet] = [], documents: [SourceText] = [], files: [DropFile] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.sheets = sheets
        self.documents = documents
        self.files = files
        self.diagnostics = diagnostics
    }

    /// Adds what another part of the same drop held, behind what is there.
    package mutating func add(_ part: Drop) {
        sheets += part.sheets
        documents += part.documents
        files += part.files
        diagnostics += part.diagnostics
    }
}
