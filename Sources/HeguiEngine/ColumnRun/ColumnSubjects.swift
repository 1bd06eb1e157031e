import HeguiColumns
import HeguiPack
import HeguiTables

/// Which rows of a drop in columns some words name: by the row's own id or name, or by those of the
/// row under which it is reported.
struct ColumnSubjects {
    private let run: ColumnRun
    private let words: Set<String>
    /// By table and row: the words that name the row itself.
    private var named: [Int: [Int: Set<String>]] = [:]

    /// How many rows are named together.
    private static let batch = 2048

    init(_ run: ColumnRun, words: Set<String>) {
        self.run = run
        self.words = words
    }

    /// Returns by row the words that name rows of a table.
    ///
    /// - Complexity: linear in the rows of the table and of those above it.
    mutating func rows(ofTable number: Int) -> [Int: Set<String>] {
        var found = own(number)
        let above = ReportedUnder(number, in: run)
        if above.tables.isEmpty { return found }
        let reached = above.tables.map { own($0) }
        let count = run.store.tables.tables[number].rowCount
        for row in 0..<count {
            guard let head = above.head(of: row), let words = reached[head.step][head.row]
            else { continue }
            found[row, default: []].formUnion(words)
        }
        return found
    }

    /// The words that name the rows of a table themselves.
    private mutating func own(_ number: Int) -> [Int: Set<String>] {
        if let known = named[number] { return known }
        let table = run.store.tables.tables[number]
        let dataset = table.dataset
        // Rows without key and label are known by where they stand.
        let hasNames = !dataset.key.isEmpty || dataset.label != nil
        guard hasNames || words.contains(where: { $0.contains("▸") }) else { return [:] }
        let found = found(in: number, table)
        named[number] = found
        return found
    }

    private func found(in number: Int, _ table: ColumnTable) -> [Int: Set<String>] {
        let (run, words) = (run, words)
        if let packed = run.packed {
            return Self.rows(
                0..<table.rowCount, named: packed.run.rowStore.names(ofTable: number), by: words)
        }
        let inputs = RuleInputs(names: run.plan.schema)
        let plan = run.plan.judging([])
        let count = (table.rowCount + Self.batch - 1) / Self.batch
        let parts = Parallel.map(count, threads: run.store.threads) { _, part in
            let first = part * Self.batch
            let rows = Array(first..<min(first + Self.batch, table.rowCount))
            let plain = PlainRows(rows, of: number, inputs, in: run.store)
            let rowStore = Run(plan: plan, tables: plain.tables(), asOf: run.asOf).rowStore
            return Self.rows(
                plain.rows[number] ?? [], named: rowStore.names(ofTable: number), by: words)
        }
        return parts.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
    }

    /// Returns by row the words that are its id or name; `names` are those of `rows`.
    private static func rows(
        _ rows: some Sequence<Int>, named names: SubjectNames, by words: Set<String>
    ) -> [Int: Set<String>] {
        var found: [Int: Set<String>] = [:]
        for (place, row) in rows.enumerated() {
            let own = words.intersection([names.ids[place], names.names[place]])
            if !own.isEmpty { found[row] = own }
        }
        return found
    }
}
