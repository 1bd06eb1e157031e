import CEL
import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables
import Synchronization

/// The rows that the plain evaluator needs to judge some rows of a table by one rule.
struct PlainRows {
    /// By table: the rows, in ascending order.
    private(set) var rows: [Int: [Int]] = [:]

    private let store: ColumnStore
    private let wanted: [Set<Int>]?
    /// Relations that expressions follow from whatever row they meet.
    private let followed: [Int]
    private var seen: [Int: Set<Int>] = [:]

    /// Gathers the rows `subjects` of a table and all that a rule looks at from there.
    init(_ subjects: [Int], of table: Int, _ inputs: RuleInputs, in store: ColumnStore) {
        self.store = store
        followed = inputs.followed
        wanted = inputs.columns
        var waiting: [(table: Int, row: Int)] = []
        for row in subjects { add(table, row, to: &waiting) }
        for number in inputs.ofSubjects + inputs.followed { addWitness(ofRelation: number) }
        for number in inputs.ofSubjects {
            for row in subjects { addRows(ofRelation: number, of: row, to: &waiting) }
        }
        while let next = waiting.popLast() { follow(next.table, next.row, into: &waiting) }
        rows = seen.mapValues { $0.sorted() }
    }

    /// Adds a row of a relation whose rows do not say to what they belong, so that it is not taken
    /// for one that has no rows.
    private mutating func addWitness(ofRelation number: Int) {
        let relation = store.schema.relations[number]
        let table = store.tables.tables[relation.table]
        guard table.isGiven, table.rowCount > 0,
            case .notGiven = table.meanings[relation.column]
        else { return }
        seen[relation.table, default: []].insert(0)
    }

    /// Adds the rows of a relation, and those that may be among them.
    private mutating func addRows(
        ofRelation number: Int, of row: Int, to waiting: inout [(table: Int, row: Int)]
    ) {
        guard let index = store.index(ofRelation: number) else { return }
        let other = store.schema.relations[number].table
        for found in index.rows(of: row) { add(other, Int(found), to: &waiting) }
        for found in store.open.shownRows(ofRelation: number, of: row) {
            add(other, found, to: &waiting)
        }
    }

    private mutating func add(
        _ table: Int, _ row: Int, to waiting: inout [(table: Int, row: Int)]
    ) {
        if seen[table, default: []].insert(row).inserted { waiting.append((table, row)) }
    }

    private mutating func follow(
        _ number: Int, _ row: Int, into waiting: inout [(table: Int, row: Int)]
    ) {
        let table = store.tables.tables[number]
        for case .reference(let place, let target) in table.meanings {
            let found = table.cell(row: row, place: place)
            if found >= 0 { add(target, Int(found), to: &waiting) }
        }
        for relation in followed where store.schema.relations[relation].target == number {
            addRows(ofRelation: relation, of: row, to: &waiting)
        }
    }

    /// By table: where each row stands among those that were gathered.
    private var places: [Int: [Int: Int]] {
        rows.mapValues { rows in
            Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        }
    }

    /// Which relations of these rows may have more rows.
    var open: OpenRelations {
        guard !store.open.isEmpty else { return .none }
        let places = places
        return store.open.renumbered(store.schema) { places[$0]?[$1] }
    }

    /// Returns the rows as plain tables, with references to their places among them.
    func tables() -> Tables {
        let reader = store.tables.reader(wanted: wanted)
        let places = places
        let tables = store.tables.tables.enumerated().map { number, table in
            let plain = (rows[number] ?? []).map { row in
                var plain = reader.row(row, ofTable: number)
                for (column, target) in plain.references {
                    guard case .reference(_, let other) = table.meanings[column] else { continue }
                    plain.references[column] = places[other]?[target]
                }
                return plain
            }
            var made = Table(dataset: table.dataset.name, rows: plain, isGiven: table.isGiven)
            made.lackingColumns = Set(
                table.meanings.indices.filter { column in
                    if case .notGiven = table.meanings[column] { table.rowCount > 0 } else { false }
                })
            return made
        }
        return Tables(tables: tables)
    }
}

/// All rows of one table as the plain evaluator sees them, with those that they refer to; made
/// when first asked for.
final class PlainTable: Sendable {
    private let source: ColumnRun
    private let table: Int
    private let made = Locked<Run?>(nil)

    private let inputs: RuleInputs

    /// `inputs` says which relations are looked at from the rows.
    init(_ source: ColumnRun, table: Int, _ inputs: RuleInputs) {
        self.source = source
        self.table = table
        self.inputs = inputs
    }

    var run: Run {
        if let packed = source.packed { return packed.run }
        return made.withLock { made in
            if let made { return made }
            let store = source.store
            let rows = Array(0..<store.tables.tables[table].rowCount)
            let plain = PlainRows(rows, of: table, inputs, in: store)
            let run = Run(
                plan: source.plan.judging([]), tables: plain.tables(), asOf: source.asOf,
                open: plain.open)
            made = run
            return run
        }
    }

    func subject(_ row: Int) -> Outcome.Subject {
        run.subject(RowReference(table: table, row: row))
    }
}
