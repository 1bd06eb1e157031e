import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// What the rows of a table are called: their keys and the names that people know them by.
struct SubjectNames: Sendable {
    let ids: [String]
    let names: [String]

    init(table: Int, rowStore: RowStore) {
        let dataset = rowStore.schema.tables[table].dataset
        let key = dataset.key.compactMap(dataset.columnIndex)
        let label = dataset.label.flatMap(dataset.columnIndex)
        let columns = rowStore.columns[table]
        let maskings = dataset.columns.map { Masking($0, of: dataset, rowStore.schema) }
        var ids: [String] = []
        var names: [String] = []
        for (index, row) in rowStore.tables[table].rows.enumerated() {
            let name = label.flatMap { Self.text(columns[$0][index], maskings[$0]) }
            let parts = key.compactMap { Self.text(columns[$0][index], maskings[$0]) }
            let id =
                parts.isEmpty || parts.count < key.count
                ? Self.place(row.address)
                : parts.joined(separator: "/")
            ids.append(id)
            names.append(name ?? id)
        }
        self.ids = ids
        self.names = names
    }

    /// Returns the rows whose key `text` is, or else those of that name.
    func rows(called text: String) -> [Int] {
        let exact = ids.indices.filter { ids[$0] == text }
        return exact.isEmpty ? names.indices.filter { names[$0] == text } : exact
    }

    /// A row without a key is known by where it stands, in words of no language.
    private static func place(_ address: CellAddress) -> String {
        [address.file, address.sheet, "#\(address.row)"].compactMap(\.self).joined(separator: " ▸ ")
    }

    private static func text(_ value: Value, _ masking: Masking?) -> String? {
        switch value {
        case .string(let text): masking?.masked(text) ?? text
        case .int(let number): String(number)
        case .opaque(let value): value.description
        default: nil
        }
    }
}
