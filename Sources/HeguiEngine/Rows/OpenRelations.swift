import CEL
import HeguiPack
import HeguiTables

/// Which relations may have more rows than were read, and for whom.
struct OpenRelations: Sendable {
    static let none = OpenRelations(rows: [], schema: nil)

    /// The rows that may exist.
    let rows: [OpenRows]
    /// By place in `rows`: the rows of the tables here that show them.
    private var shown: [[Int]]
    /// By relation: for a row of its target the places in `rows` of those that it may have.
    private var byTarget: [[Int: [Int]]]
    /// By relation: the places in `rows` of what any row may have.
    private var forAll: [[Int]]
    /// By table: for a row the places in `rows` of those of its own kind that may stand beside it.
    private var beside: [[Int: [Int]]]
    /// By table: the places in `rows` of those that may stand beside any row.
    private var besideAll: [[Int]]

    private init(rows: [OpenRows], schema: Schema?) {
        self.rows = rows
        shown = rows.map(\.rows)
        let count = rows.isEmpty ? 0 : schema?.relations.count ?? 0
        byTarget = Array(repeating: [:], count: count)
        forAll = Array(repeating: [], count: count)
        let tables = rows.isEmpty ? 0 : schema?.tables.count ?? 0
        beside = Array(repeating: [:], count: tables)
        besideAll = Array(repeating: [], count: tables)
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Returns the part of relation `number` that may exist besides the rows of `target`; nil
    /// where all its rows are known.
    func openPart(ofRelation number: Int, of target: Int) -> OpenPart? {
        rows.isEmpty ? nil : part(of: places(ofRelation: number, of: target))
    }

    /// Returns the rows of their table that relation `number` of `target` may have besides its own.
    func shownRows(ofRelation number: Int, of target: Int) -> [Int] {
        rows.isEmpty ? [] : places(ofRelation: number, of: target).flatMap { shown[$0] }
    }

    private func places(ofRelation number: Int, of target: Int) -> [Int] {
        forAll[number] + (byTarget[number][target] ?? [])
    }

    /// Returns the rows that may stand beside `row` in its table; nil where all are known.
    func openPart(beside row: RowReference) -> OpenPart? {
        guard !rows.isEmpty else { return nil }
        return part(of: besideAll[row.table] + (beside[row.table][row.row] ?? []))
    }

    private func part(of places: [Int]) -> OpenPart? {
        guard !places.isEmpty else { return nil }
        var part = OpenPart(causes: places.map { MissingKey.openRows($0).cause }, atMost: 0)
        for place in places {
            guard rows[place].rows.isEmpty else {
                part.rows.formUnion(shown[place])
                continue
            }
            part.atMost = rows[place].atMost.flatMap { more in
                part.atMost?.addingReportingOverflow(more)
            }.flatMap { $0.overflow ? nil : $0.partialValue }
        }
        return part
    }

    /// Returns the targets of relation `number` that may have more rows; nil for all.
    func targets(ofRelation number: Int) -> Set<Int>? {
        guard !rows.isEmpty else { return [] }
        return forAll[number].isEmpty ? Set(byTarget[number].keys) : nil
    }

    /// Returns the rows of a table beside which others may stand; nil for all.
    func rowsBesideOthers(ofTable number: Int) -> Set<Int>? {
        guard !rows.isEmpty else { return [] }
        return besideAll[number].isEmpty ? Set(beside[number].keys) : nil
    }
}

extension OpenRelations {
    /// Returns the same for tables that hold only some rows; `place` gives the new number of a row
    /// of a table, nil where it is left out.
    func renumbered(_ schema: Schema, place: (_ table: Int, _ row: Int) -> Int?) -> OpenRelations {
        var result = self
        for (index, open) in rows.enumerated() where !open.rows.isEmpty {
            guard let table = schema.numbers[open.dataset] else { continue }
            result.shown[index] = shown[index].compactMap { place(table, $0) }
        }
        for (number, known) in byTarget.enumerated() {
            let table = schema.relations[number].target
            var targets: [Int: [Int]] = [:]
            for (target, places) in known {
                if let target = place(table, target) { targets[target] = places }
            }
            result.byTarget[number] = targets
        }
        for (table, known) in beside.enumerated() {
            var rows: [Int: [Int]] = [:]
            for (row, places) in known {
                if let row = place(table, row) { rows[row] = places }
            }
            result.beside[table] = rows
        }
        return result
    }
}

/// What a relation may have besides the rows that are known.
struct OpenPart {
    /// What was not read.
    var causes: [UnknownCause]
    /// Rows of the table that may be among them.
    var rows: Set<Int> = []
    /// How many rows there may be besides these, of which nothing is known; nil where that is not
    /// known either.
    var atMost: Int?

    /// What there may be of which nothing is known; nil where there is no such row.
    var unseen: OpenPart? {
        atMost == 0 ? nil : OpenPart(causes: causes, atMost: atMost)
    }
}

/// Tables whose references can be followed, whatever their form.
protocol ReferenceSource {
    /// Returns how many rows the table of that number has.
    func rowCount(ofTable number: Int) -> Int
    /// Calls `body` for each row of a table with the row that its column refers to, if any.
    func forEachReference(ofTable number: Int, column: Int, _ body: (Int, Int?) -> Void)
}

extension OpenRelations {
    /// Returns the open relations that come of `rows`.
    ///
    /// - Complexity: linear in the rows of tables that refer to the places of open rows.
    init(_ rows: [OpenRows], _ schema: Schema, from source: some ReferenceSource) {
        self.init(rows: rows, schema: schema)
        var members = Membership(schema, source)
        for (place, open) in rows.enumerated() {
            guard let table = schema.numbers[open.dataset] else { continue }
            if open.column == nil { besides(open, in: table, at: place, &members) }
            for (number, relation) in schema.relations.enumerated()
            where relation.table == table
                && (open.column == nil || open.column == relation.relation.column)
            {
                add(
                    open, at: place, toRelation: number, as: relation, from: source, &members)
            }
        }
    }

    /// Notes beside which rows of their table the rows may stand.
    private mutating func besides(
        _ open: OpenRows, in table: Int, at place: Int,
        _ members: inout Membership<some ReferenceSource>
    ) {
        let owners = open.references.compactMap(members.reference)
        if owners.isEmpty { besideAll[table].append(place) }
        var rows: Set<Int> = []
        for owner in owners { rows.formUnion(members.ownRows(of: table, with: owner)) }
        for row in rows { beside[table][row, default: []].append(place) }
    }

    private mutating func add(
        _ rows: OpenRows, at place: Int, toRelation number: Int,
        as relation: Schema.RelationSchema,
        from source: some ReferenceSource, _ members: inout Membership<some ReferenceSource>
    ) {
        let places = rows.references.compactMap(members.reference)
        guard !places.isEmpty else {
            forAll[number].append(place)
            return
        }
        var targets = Set(places.filter { $0.table == relation.target }.map(\.row))
        if !places.contains(where: { $0.table == relation.target }) {
            let owners = places.filter { members.canTell(relation.target, ownerTable: $0.table) }
            guard !owners.isEmpty else {
                forAll[number].append(place)
                return
            }
            for owner in owners {
                targets.formUnion(members.rows(of: relation.target, with: owner))
            }
        }
        if relation.tree != nil { targets = members.withAncestors(targets, of: relation) }
        for target in targets { byTarget[number][target, default: []].append(place) }
    }
}

/// References as they stand in a store of rows.
struct RowStoreReferences: ReferenceSource {
    let rowStore: RowStore

    func rowCount(ofTable number: Int) -> Int { rowStore.tables[number].rows.count }

    func forEachReference(ofTable number: Int, column: Int, _ body: (Int, Int?) -> Void) {
        for row in rowStore.tables[number].rows.indices {
            body(row, rowStore.target(of: RowReference(table: number, row: row), column: column))
        }
    }
}
