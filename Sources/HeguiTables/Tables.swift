package import HeguiDiagnostics
package import HeguiPack

/// A drop as typed tables, with what was found wrong in it and what became of every row.
package struct Tables: Sendable {
    /// One for each dataset of the pack, in the pack's order.
    package var tables: [Table]
    /// What is wrong with the data, in order of file, sheet, row, column and code.
    package var findings: [DataFinding]
    package var files: [FileAccount]
    package var waivers: [Waiver]
    package var explanations: [Explanation]
    /// What is wrong with files as such (cannot be opened, refused).
    package var diagnostics: [Diagnostic]

    package init(
        tables: [Table], findings: [DataFinding] = [], files: [FileAccount] = [],
        waivers: [Waiver] = [], explanations: [Explanation] = [], diagnostics: [Diagnostic] = []
    ) {
        self.tables = tables
        self.findings = findings
        self.files = files
        self.waivers = waivers
        self.explanations = explanations
        self.diagnostics = diagnostics
    }

    /// Returns the table of dataset `name`.
    package func table(_ name: String) -> Table? {
        tables.first { $0.dataset == name }
    }
}
