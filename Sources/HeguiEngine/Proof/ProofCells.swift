import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// Finds what stands in the cells that a verdict rests on.
struct ProofCells {
    private let records: Records

    init(_ records: Records) {
        self.records = records
    }

    /// Returns the cells in their order, with title and value where a column was read from them.
    ///
    /// - Complexity: linear in the cells of all tables.
    func cells(_ addresses: [CellAddress]) -> [Proof.Cell] {
        let wanted = Set(addresses)
        var found: [CellAddress: Proof.Cell] = [:]
        for (number, table) in records.tables.enumerated() {
            let dataset = records.schema.tables[number].dataset
            for (index, row) in table.rows.enumerated() {
                for (column, cell) in row.cells.enumerated() {
                    guard let cell, wanted.contains(cell), found[cell] == nil,
                        dataset.columns.indices.contains(column)
                    else { continue }
                    let value = records.columns[number][column][index]
                    found[cell] = self.cell(cell, dataset.columns[column], of: dataset, value)
                }
            }
        }
        return addresses.map { found[$0] ?? Proof.Cell(address: $0, title: nil, value: nil) }
    }

    private func cell(
        _ address: CellAddress, _ column: Column, of dataset: Dataset, _ value: Value
    ) -> Proof.Cell {
        var style = ValueStyle()
        style.masking = Masking(column, of: dataset, records.schema)
        func worded(_ language: Language) -> String {
            ValueText.worded(value, records, style, in: language)
        }
        return Proof.Cell(
            address: address, title: column.title,
            value: Message(zh: worded(.chinese), en: worded(.english)))
    }
}
