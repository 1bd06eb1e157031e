import HeguiTables

/// Finds the rows of a table that belong to a row of another: they refer to it, or some row of a
/// third table refers to both.
struct Membership<Source: ReferenceSource> {
    private struct Question: Hashable {
        let table: Int
        let owner: RowReference
    }

    private struct Column: Hashable {
        let table: Int
        let column: Int
    }

    private let schema: Schema
    private let source: Source
    private var known: [Question: Set<Int>] = [:]
    private var references: [Column: ColumnReferences] = [:]

    init(_ schema: Schema, _ source: Source) {
        self.schema = schema
        self.source = source
    }

    func reference(_ place: OpenRows.Place) -> RowReference? {
        schema.numbers[place.dataset].map { RowReference(table: $0, row: place.row) }
    }

    /// Returns whether anything could tell to which row of `ownerTable` a row of `table` belongs.
    func canTell(_ table: Int, ownerTable: Int) -> Bool {
        if !columns(of: table, to: ownerTable).isEmpty { return true }
        return schema.tables.indices.contains { third in
            third != table && !columns(of: third, to: ownerTable).isEmpty
                && !columns(of: third, to: table).isEmpty
        }
    }

    /// Returns the rows of `table` that belong to `owner`.
    mutating func rows(of table: Int, with owner: RowReference) -> Set<Int> {
        let question = Question(table: table, owner: owner)
        if let rows = known[question] { return rows }
        var rows = ownRows(of: table, with: owner)
        for third in schema.tables.indices where third != table {
            rows.formUnion(sharedRows(of: table, with: owner, by: third))
        }
        known[question] = rows
        return rows
    }

    /// The rows whose own reference names the owner.
    mutating func ownRows(of table: Int, with owner: RowReference) -> Set<Int> {
        var rows: Set<Int> = []
        for column in columns(of: table, to: owner.table) {
            rows.formUnion(references(of: table, column, to: owner.table).rows(of: owner.row))
        }
        return rows
    }

    /// The rows that rows of a third table name together with the owner.
    private mutating func sharedRows(
        of table: Int, with owner: RowReference, by third: Int
    ) -> Set<Int> {
        let toRows = columns(of: third, to: table)
        guard !toRows.isEmpty else { return [] }
        let shared = ownRows(of: third, with: owner)
        var rows: Set<Int> = []
        for column in toRows {
            let targets = references(of: third, column, to: table).targets
            for row in shared {
                if let target = targets[row] { rows.insert(target) }
            }
        }
        return rows
    }

    /// Each column is gone through once, however many owners are asked for.
    private mutating func references(
        of table: Int, _ column: Int, to target: Int
    ) -> ColumnReferences {
        let key = Column(table: table, column: column)
        if let known = references[key] { return known }
        let made = ColumnReferences(source, table: table, column: column, target: target)
        references[key] = made
        return made
    }

    private func columns(of table: Int, to target: Int) -> [Int] {
        schema.tables[table].accesses.compactMap { access in
            if case .reference(let column, target) = access { column } else { nil }
        }
    }

    /// Adds the rows above `rows` along the tree of a relation, which has the rows of all below.
    func withAncestors(_ rows: Set<Int>, of relation: Schema.RelationSchema) -> Set<Int> {
        guard let tree = relation.tree else { return rows }
        let count = source.rowCount(ofTable: relation.target)
        var parents = [Int?](repeating: nil, count: count)
        source.forEachReference(ofTable: relation.target, column: tree) { row, parent in
            parents[row] = parent
        }
        let hierarchy = Hierarchy(parents: parents, count: count)
        return Set(rows.filter { $0 >= 0 && $0 < count }.flatMap { hierarchy.path(from: $0) })
    }
}

/// The references of one column, from both ends.
private struct ColumnReferences {
    /// By row.
    let targets: [Int?]
    private let index: RelationIndex
    private let count: Int

    init(_ source: some ReferenceSource, table: Int, column: Int, target: Int) {
        var targets = [Int?](repeating: nil, count: source.rowCount(ofTable: table))
        source.forEachReference(ofTable: table, column: column) { targets[$0] = $1 }
        self.targets = targets
        count = source.rowCount(ofTable: target)
        index = RelationIndex(targets: targets, count: count)
    }

    /// Returns the rows that refer to `target`.
    func rows(of target: Int) -> ArraySlice<Int> {
        target >= 0 && target < count ? index.rows(of: target) : []
    }
}
