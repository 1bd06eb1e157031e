import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// The rows of a drop as expressions see them: every cell a value, every reference a row.
final class RowStore: Sendable {
    let schema: Schema
    /// In the schema's order.
    let tables: [Table]
    /// By table, column and row.
    let columns: [[[Value]]]
    /// By table and column: for each row the row that it refers to.
    private let references: [[Int: [Int?]]]
    private let relations: [RelationIndex]
    /// By relation: what to name where the relation cannot be told at all.
    private let unknownRelations: [UnknownCause?]
    /// Which relations may have more rows than these.
    let open: OpenRelations
    /// Whether `open` was worked out from these very rows.
    private let opensByReferences: Bool

    init(schema: Schema, tables: Tables) {
        let list = schema.tables.map { table in
            tables.table(table.dataset.name)
                ?? Table(dataset: table.dataset.name, rows: [], isGiven: false)
        }
        let references = zip(schema.tables, list).map { schema, table in
            Dictionary(
                schema.referenceColumns.map { column in
                    (column, table.rows.map { $0.references[column] })
                }, uniquingKeysWith: { first, _ in first })
        }
        self.schema = schema
        self.tables = list
        self.references = references
        let columns = zip(schema.tables, list).map { schema, table in
            schema.dataset.columns.indices.map { Self.values(of: $0, schema.dataset, table) }
        }
        self.columns = columns
        relations = schema.relations.map { Self.index($0, references, in: list) }
        unknownRelations = schema.relations.map { relation in
            Self.obstacle(
                to: relation, list[relation.table],
                columns[relation.table][relation.column])
        }
        open = .none
        opensByReferences = false
    }

    private init(
        _ other: RowStore, columns: [[[Value]]]? = nil, references: [[Int: [Int?]]]? = nil,
        relations: [RelationIndex]? = nil, unknownRelations: [UnknownCause?]? = nil,
        open: OpenRelations? = nil, opensByReferences: Bool? = nil
    ) {
        schema = other.schema
        tables = other.tables
        self.columns = columns ?? other.columns
        self.references = references ?? other.references
        self.relations = relations ?? other.relations
        self.unknownRelations = unknownRelations ?? other.unknownRelations
        self.open = open ?? other.open
        self.opensByReferences = opensByReferences ?? other.opensByReferences
    }

    /// Returns this store with the relations `known` to be open, or those that `rows` open.
    func opened(_ rows: [OpenRows], known: OpenRelations? = nil) -> RowStore {
        if let known { return RowStore(self, open: known) }
        guard !rows.isEmpty else { return self }
        let open = OpenRelations(rows, schema, from: RowStoreReferences(rowStore: self))
        return RowStore(self, open: open, opensByReferences: true)
    }

    /// Returns this store with the values of a computed column; rows of which it names a
    /// row of another table, by key or by label, refer to that row.
    func replacing(table: Int, column: Int, with values: [Value]) -> RowStore {
        var columns = columns
        columns[table][column] = values
        guard let given = references[table][column],
            let target = schema.tables[table].target(ofColumn: column)
        else { return RowStore(self, columns: columns) }
        let places = self.places(ofTable: target)
        let found = zip(given, values).map { given, value in
            if let given { return Optional(given) }
            if case .string(let text) = value { return places[text] ?? nil }
            return nil
        }
        var references = references
        references[table][column] = found
        var relations = relations
        var obstacles = unknownRelations
        for (number, relation) in schema.relations.enumerated()
        where relation.table == table && relation.column == column
            || relation.target == table && relation.tree == column
        {
            relations[number] = Self.index(relation, references, in: tables)
            obstacles[number] = Self.obstacle(
                to: relation, tables[relation.table], columns[relation.table][relation.column])
        }
        let replaced = RowStore(
            self, columns: columns, references: references, relations: relations,
            unknownRelations: obstacles)
        return opensByReferences ? replaced.opened(open.rows) : replaced
    }

    /// Returns the rows of a table by their keys of one column and by their labels; a text that
    /// names several rows names none.
    private func places(ofTable table: Int) -> [String: Int?] {
        let dataset = schema.tables[table].dataset
        var places: [String: Int?] = [:]
        let key = dataset.key.count == 1 ? dataset.key : []
        for name in key + [dataset.label].compactMap(\.self) {
            guard let column = dataset.columnIndex(name) else { continue }
            var found: [String: Int?] = [:]
            for (row, value) in columns[table][column].enumerated() {
                guard case .string(let text) = value else { continue }
                found[text] = found[text] == nil ? .some(row) : .some(nil)
            }
            places.merge(found) { first, _ in first }
        }
        return places
    }

    /// Returns what the rows of a table are called, once all columns are computed.
    func names(ofTable table: Int) -> SubjectNames { SubjectNames(table: table, rowStore: self) }

    /// Returns the rows of relation `number` of the row `target`, or what is missing to tell.
    func rows(ofRelation number: Int, of target: Int) -> Answer<ArraySlice<Int>> {
        if let cause = unknownRelations[number] { return .unknown([cause]) }
        if isInCycle(target, ofRelation: number), let tree = schema.relations[number].tree {
            let table = schema.relations[number].target
            return .unknown([cause(ofColumn: tree, of: RowReference(table: table, row: target))])
        }
        return .known(relations[number].rows(of: target))
    }

    /// Returns what relation `number` of the row `target` may have besides the rows that are known.
    func openPart(ofRelation number: Int, of target: Int) -> OpenPart? {
        open.openPart(ofRelation: number, of: target)
    }

    /// Returns whether a target of relation `number` is its own ancestor.
    func isInCycle(_ target: Int, ofRelation number: Int) -> Bool {
        relations[number].isInCycle(target)
    }

    private static func index(
        _ relation: Schema.RelationSchema, _ references: [[Int: [Int?]]], in tables: [Table]
    ) -> RelationIndex {
        let targets = references[relation.table][relation.column] ?? []
        let count = tables[relation.target].rows.count
        guard let tree = relation.tree else { return RelationIndex(targets: targets, count: count) }
        let hierarchy = Hierarchy(
            parents: references[relation.target][tree] ?? [], count: count)
        return RelationIndex(targets: targets, along: hierarchy)
    }

    /// Returns the value of field `index` of a row.
    func value(ofField index: Int, of row: RowReference) -> Value {
        // Without a copy of the table's schema, which holds much.
        guard schema.tables[row.table].accesses.indices.contains(index) else { return .null }
        switch schema.tables[row.table].accesses[index] {
        case .column(let column): return columns[row.table][column][row.row]
        case .reference(let column, let target):
            return reference(of: row, column: column, to: target)
        case .relation(let number):
            switch rows(ofRelation: number, of: row.row) {
            case .unknown(let causes): return .unknown(Unknown(causes: causes))
            case .known(let rows):
                let table = schema.relations[number].table
                let values = rows.map { object(RowReference(table: table, row: $0)) }
                guard let part = openPart(ofRelation: number, of: row.row) else {
                    return .list(values)
                }
                return .unknown(
                    Unknown(
                        causes: part.causes,
                        known: .elements(
                            values,
                            perhaps: part.rows.sorted().map {
                                object(RowReference(table: table, row: $0))
                            },
                            furtherAtMost: part.atMost.map { Int64($0) })))
            }
        }
    }

    /// Returns the row as a value of expressions.
    func object(_ row: RowReference) -> Value {
        .object(RowObject(rowStore: self, reference: row))
    }

    /// Returns the row that `column` of `row` refers to, if it is known.
    func target(of row: RowReference, column: Int) -> Int? {
        references[row.table][column].flatMap { $0[row.row] }
    }

    /// Returns the cell that a column of a row was read from, nil where its source has none.
    func cell(of row: RowReference, column: Int) -> CellAddress? {
        guard column < tables[row.table].rows[row.row].cells.count else { return nil }
        return tables[row.table].rows[row.row].cells[column]
    }

    /// Whether a column of days holds no more than a month.
    func isVague(column: Int, of row: RowReference) -> Bool {
        let data = tables[row.table].rows[row.row].data
        guard column < data.count, case .day(let days) = data[column],
            schema.tables[row.table].dataset.columns[column].type == .day
        else { return false }
        return !days.isOneDay && Month(containing: days.first) == Month(containing: days.last)
    }

    /// Returns what to name where field `index` of a row is empty.
    func cause(ofField index: Int, of row: RowReference) -> UnknownCause {
        let table = schema.tables[row.table]
        let name = table.dataset.name
        guard table.accesses.indices.contains(index) else {
            return MissingKey.dataset(name).cause
        }
        switch table.accesses[index] {
        case .column(let column), .reference(let column, _):
            return cause(ofColumn: column, of: row)
        case .relation(let number):
            return MissingKey.dataset(schema.relations[number].relation.dataset).cause
        }
    }

    /// Returns whether a cell is empty because no file has its column, which nothing computes.
    func isInLackingColumn(_ cause: UnknownCause) -> Bool {
        guard case .cell(let dataset, _, let name)? = MissingKey(cause),
            let table = schema.numbers[dataset],
            let column = schema.tables[table].columnNumbers[name]
        else { return false }
        return tables[table].lackingColumns.contains(column)
            && !schema.tables[table].dataset.columns[column].isComputed
    }

    /// Returns what to name where a cell is empty.
    func cause(ofColumn column: Int, of row: RowReference) -> UnknownCause {
        let dataset = schema.tables[row.table].dataset
        return MissingKey.cell(
            dataset: dataset.name, row: row.row, column: dataset.columns[column].name
        ).cause
    }

    private func reference(of row: RowReference, column: Int, to target: Int) -> Value {
        if let number = self.target(of: row, column: column),
            tables[target].rows.indices.contains(number)
        {
            return object(RowReference(table: target, row: number))
        }
        switch columns[row.table][column][row.row] {
        case .null: return .null
        case .unknown(let unknown): return .unknown(unknown)
        default:
            // The cell names a row of a dataset that nothing provides, so it may well exist.
            if tables[target].isGiven { return .null }
            let name = schema.tables[target].dataset.name
            return .unknown(Unknown(causes: [MissingKey.dataset(name).cause]))
        }
    }

    private static func values(of column: Int, _ dataset: Dataset, _ table: Table) -> [Value] {
        let declared = dataset.columns[column]
        return table.rows.indices.map { index in
            guard column < table.rows[index].data.count else { return .null }
            return table.rows[index].data[column].value(type: declared.type) {
                MissingKey.cell(dataset: dataset.name, row: index, column: declared.name).cause
            }
        }
    }

    /// What is missing where nothing provides the rows, or none of their sources has the column
    /// that would tell to what they belong.
    private static func obstacle(
        to relation: Schema.RelationSchema, _ table: Table, _ values: [Value]
    ) -> UnknownCause? {
        let name = relation.relation.dataset
        if !table.isGiven { return MissingKey.dataset(name).cause }
        let isBlind =
            !table.rows.isEmpty
            && table.rows.indices.allSatisfy { index in
                guard case .null = values[index] else { return false }
                let row = table.rows[index]
                return row.references[relation.column] == nil
                    && (relation.column >= row.data.count
                        || row.data[relation.column] == .notGiven)
            }
        guard isBlind else { return nil }
        return MissingKey.column(dataset: name, column: relation.relation.column).cause
    }
}
