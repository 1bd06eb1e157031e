import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

extension Run {
    /// What rows without a key are known by.
    var identities: IdentityRegister {
        let (pack, tables) = (plan.pack, tables)
        return IdentityRegister { singular, mask in
            guard let dataset = pack.datasets.first(where: { $0.singular == singular }),
                let rows = tables.table(dataset.name)?.rows
            else { return nil }
            return RowIdentities(of: dataset, in: pack, count: rows.count, mask: mask) {
                numbers, body in numbers.map { body(rows[$0], tables) }
            }
        }
    }
}

extension ColumnRun {
    /// How many rows are read together.
    private static let batch = 2048

    /// What rows without a key are known by; records are read again.
    var identities: IdentityRegister {
        let (pack, store) = (plan.pack, store)
        if let packed { return packed.run.identities }
        return IdentityRegister { singular, mask in
            let datasets = store.tables.tables.map(\.dataset)
            guard let number = datasets.firstIndex(where: { $0.singular == singular }) else {
                return nil
            }
            return RowIdentities(
                of: datasets[number], in: pack, count: store.tables.tables[number].rowCount,
                mask: mask
            ) { rows, body in
                let count = (rows.count + Self.batch - 1) / Self.batch
                let parts = Parallel.map(count, threads: store.threads) { _, part in
                    let first = part * Self.batch
                    let some = Array(rows[first..<min(first + Self.batch, rows.count)])
                    let plain = PlainRows(some, of: number, .none, in: store)
                    let tables = plain.tables()
                    // Rows of the same table to which these refer are there as well.
                    let wanted = Set(some)
                    return zip(plain.rows[number] ?? [], tables.tables[number].rows)
                        .filter { row, _ in wanted.contains(row) }
                        .map { _, row in body(row, tables) }
                }
                return parts.flatMap(\.self)
            }
        }
    }
}
