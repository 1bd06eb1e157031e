import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// What the rows of a table are called: their keys and the names that people know them by, each
/// made when it is asked for.
struct SubjectNames: Sendable {
    private let rowStore: RowStore
    private let table: Int
    private let columns: NameColumns

    init(table: Int, rowStore: RowStore) {
        self.rowStore = rowStore
        self.table = table
        columns = rowStore.schema.tables[table].nameColumns
    }

    var ids: LazyMapSequence<Range<Int>, String> {
        rowStore.tables[table].rows.indices.lazy.map(id)
    }

    var names: LazyMapSequence<Range<Int>, String> {
        rowStore.tables[table].rows.indices.lazy.map(name)
    }

    private func id(_ row: Int) -> String {
        let parts = columns.key.compactMap { text($0, row) }
        return parts.isEmpty || parts.count < columns.key.count
            ? Self.place(rowStore.tables[table].rows[row].address)
            : parts.joined(separator: "/")
    }

    private func name(_ row: Int) -> String {
        columns.label.flatMap { text($0, row) } ?? id(row)
    }

    private func text(_ column: NameColumns.Column, _ row: Int) -> String? {
        Self.text(rowStore.columns[table][column.number][row], column.masking)
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

/// The columns by which the rows of a table are called.
struct NameColumns: Sendable {
    struct Column: Sendable {
        let number: Int
        /// What hides a number of a person.
        let masking: Masking?
    }

    let key: [Column]
    let label: Column?

    init(_ dataset: Dataset, revealed: Set<ColumnName>) {
        func column(_ name: String) -> Column? {
            dataset.columnIndex(name).map {
                Column(
                    number: $0,
                    masking: Masking(dataset.columns[$0], of: dataset, revealed: revealed))
            }
        }
        key = dataset.key.compactMap(column)
        label = dataset.label.flatMap(column)
    }
}
