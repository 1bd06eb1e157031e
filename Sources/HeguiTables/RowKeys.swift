internal import HeguiDiagnostics
package import HeguiPack

/// Finds the keys of the rows that findings stand in, so that a finding is known by more than its
/// place.
package struct RowKeys {
    private let pack: Pack
    private let tables: [Table]

    package init(_ pack: Pack, _ tables: [Table]) {
        self.pack = pack
        self.tables = tables
    }

    /// Returns `findings` with their keys.
    ///
    /// - Complexity: linear in the rows of the datasets that findings concern.
    package func named(_ findings: [DataFinding]) -> [DataFinding] {
        var named = findings
        let byDataset = Dictionary(grouping: findings.indices) { findings[$0].dataset }
        for (table, dataset) in zip(tables, pack.datasets) {
            guard let indices = byDataset[dataset.name] else { continue }
            let columns = dataset.key.compactMap { dataset.columnIndex($0) }
            guard !columns.isEmpty, columns.count == dataset.key.count else { continue }
            let byRow = Dictionary(grouping: indices) { findings[$0].cell.row }
            for row in table.rows {
                for index in byRow[row.address.row] ?? []
                where findings[index].cell.file == row.address.file
                    && findings[index].cell.sheet == row.address.sheet
                {
                    named[index].key = Self.key(of: row, columns, dataset)
                }
            }
        }
        return named
    }

    /// Returns the key of a row, masked where it is personal; nil where a part of it is missing.
    static func key(of row: TableRow, _ columns: [Int], _ dataset: Dataset) -> String? {
        var parts: [String] = []
        for column in columns {
            let masks = dataset.columns[column].isMasked
            switch row.data[column] {
            case .text(let text): parts.append(masks ? masked(text) : text)
            case .integer(let number): parts.append("\(number)")
            case .day(let days): parts.append("\(days)")
            case .period(let period): parts.append("\(period)")
            case .notGiven, .absent, .unreadable, .number, .bool, .list: return nil
            }
        }
        return parts.joined(separator: "/")
    }

    private static func masked(_ text: String) -> String {
        "\(text.prefix(3))****\(text.suffix(4))"
    }
}
