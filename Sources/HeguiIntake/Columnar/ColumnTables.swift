package import HeguiDiagnostics
package import HeguiPack

/// A drop of tables as they stand, in columns.
package struct ColumnTables: Sendable {
    package let pack: Pack
    /// One for each dataset, in the pack's order.
    package let tables: [ColumnTable]
    /// What is wrong with the data, in order of file, row, column and code.
    package internal(set) var findings: [DataFinding]
    package let files: [FileAccount]
    package let waivers: [Waiver]
    package let explanations: [Explanation]
    package let diagnostics: [Diagnostic]

    /// The names of the datasets that files provide.
    package var given: Set<String> {
        Set(tables.filter(\.isGiven).map(\.dataset.name))
    }

    /// Returns the drop in the plain form, for those that can hold it.
    ///
    /// - Complexity: linear in all cells, each of which becomes a value of its own.
    package func plain() -> Tables {
        let reader = RowReader(self)
        let plain = tables.enumerated().map { number, table in
            Table(
                dataset: table.dataset.name,
                rows: (0..<table.rowCount).map { reader.row($0, ofTable: number) },
                isGiven: table.isGiven)
        }
        return Tables(
            tables: plain, findings: findings, files: files, waivers: waivers,
            explanations: explanations, diagnostics: diagnostics)
    }
}
