import HeguiDigests
package import HeguiPack

/// What rows without a key of their own are known by from one review to the next, wherever they
/// stand: the columns that their dataset declares as identity.
///
/// Rows that agree in these are told apart by all their columns, and rows that agree in those too
/// by their order. Nothing of a personal column enters whole, so that a digest tells no more than
/// a report does.
package struct RowIdentities: Sendable {
    /// Gives `body` each of some rows of the table, with the tables to which its references lead.
    package typealias Reader =
        @Sendable (
            _ rows: [Int], _ body: @Sendable (TableRow, Tables) -> String
        ) -> [String]

    private var digests: [String]

    /// - Parameters:
    ///   - dataset: whose rows they are.
    ///   - pack: has the datasets to which references lead.
    ///   - count: how many rows there are.
    ///   - mask: hides numbers of persons that stand in other texts.
    ///   - read: reads rows.
    /// - Complexity: linear in the rows.
    package init(
        of dataset: Dataset, in pack: Pack, count: Int,
        mask: @escaping @Sendable (String) -> String, read: Reader
    ) {
        let text = RowText(dataset: dataset, pack: pack, mask: mask)
        let all = Array(dataset.columns.indices)
        let declared = dataset.identifyingColumns
        digests = read(Array(0..<count)) { row, tables in
            Self.digest(text.parts(of: row, declared, tables))
        }
        let alike = Dictionary(grouping: digests.indices, by: { digests[$0] }).values
            .filter { $0.count > 1 }.joined().sorted()
        guard !alike.isEmpty else { return }
        let whole = read(alike) { row, tables in
            Self.digest(text.parts(of: row, all, tables))
        }
        var counts: [String: Int] = [:]
        for (row, digest) in zip(alike, whole) {
            let ordinal = counts[digest, default: 0]
            counts[digest] = ordinal + 1
            digests[row] = Self.digest([digests[row], digest, "\(ordinal)"])
        }
    }

    /// Returns the identity of a row as 32 hexadecimal digits.
    package subscript(row: Int) -> String? {
        digests.indices.contains(row) ? digests[row] : nil
    }

    private static func digest(_ parts: [String]) -> String {
        var digester = Digester()
        for part in parts { digester.add(Array("\(part.utf8.count):\(part),".utf8)) }
        return digester.finish().hex(byteCount: 16)
    }
}

extension Dataset {
    /// The columns that tell its rows apart, in their order: of its key, its register and its
    /// levels of identity; all where it declares none.
    fileprivate var identifyingColumns: [Int] {
        let names = Set(key + register + identity.flatMap(\.columns))
        let found = columns.indices.filter { names.contains(columns[$0].name) }
        return found.isEmpty ? Array(columns.indices) : found
    }
}

/// Writes what columns of a row say, masked where it is personal.
private struct RowText: Sendable {
    let dataset: Dataset
    let pack: Pack
    let mask: @Sendable (String) -> String

    func parts(of row: TableRow, _ columns: [Int], _ tables: Tables) -> [String] {
        columns.map { column in
            target(of: row, column, tables)
                ?? text(row.data[column], Masking(dataset.columns[column]))
        }
    }

    /// Returns the key of the row that a reference leads to, so that it does not matter how a sheet
    /// names it; nil where it leads to none that has a key.
    private func target(of row: TableRow, _ column: Int, _ tables: Tables) -> String? {
        guard let number = row.references[column],
            let name = dataset.columns[column].reference?.dataset,
            let target = pack.dataset(name), !target.key.isEmpty,
            let rows = tables.table(name)?.rows, rows.indices.contains(number)
        else { return nil }
        let parts = target.key.compactMap(target.columnIndex).map {
            text(rows[number].data[$0], Masking(target.columns[$0]))
        }
        return "→" + parts.joined(separator: "/")
    }

    private func text(_ datum: Datum, _ masking: Masking?) -> String {
        switch datum {
        case .notGiven: "?"
        case .absent: ""
        case .unreadable: "!"
        case .text(let text): shown(text, masking)
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .bool(let value): "\(value)"
        case .day(let days): "\(days)"
        case .period(let period): "\(period)"
        case .list(let items): items.map { shown($0, masking) }.joined(separator: "\u{1F}")
        }
    }

    private func shown(_ text: String, _ masking: Masking?) -> String {
        masking?.masked(text) ?? mask(text)
    }
}
