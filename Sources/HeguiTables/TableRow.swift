package import HeguiDiagnostics

/// A row of a typed table: a datum a column, and the cell each came from.
package struct TableRow: Sendable {
    /// In the order of the dataset's columns.
    package var data: [Datum]
    /// The cell of each datum; nil where the row's source has no such column.
    package var cells: [CellAddress?]
    /// The whole row in its file.
    package var address: CellAddress
    /// By column index: the index of the row that a reference points at.
    package var references: [Int: Int]

    package init(
        data: [Datum], cells: [CellAddress?], address: CellAddress, references: [Int: Int] = [:]
    ) {
        self.data = data
        self.cells = cells
        self.address = address
        self.references = references
    }
}
