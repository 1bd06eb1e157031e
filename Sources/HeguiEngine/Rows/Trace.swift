import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// Which cells an expression rests on, as seen from one row: its own, those of rows that it refers
/// to, and those of rows that refer to it.
struct Trace: Sendable {
    /// How many cells a trace names at most; a unit may have thousands of members.
    static let limit = 40

    private struct Reference {
        let column: Int
        let table: Int
        let trace: Trace
    }

    private var columns: [Int] = []
    /// Those of `columns` that hold what others say.
    private var derived: Set<Int> = []
    private var references: [Reference] = []
    private var relations: [(number: Int, table: Int, trace: Trace)] = []

    static let empty = Trace()

    private init() {}

    /// Returns the trace of an expression that reads `fields`, from a row of `table`.
    init(_ fields: Set<FieldName>, table: Int, schema: Schema) {
        let expanded = Self.withNeeds(of: fields, schema)
        self = Trace(expanded, table, schema, visited: [table])
    }

    private init(
        _ fields: Set<FieldName>, _ table: Int, _ schema: Schema, visited: Set<Int>,
        isNested: Bool = false
    ) {
        let declared = schema.tables[table]
        for (name, access) in zip(declared.fieldNames, declared.accesses)
        where fields.contains(FieldName(object: declared.singular, field: name)) {
            switch access {
            case .column(let column):
                add(column)
                let definition = declared.dataset.columns[column]
                if definition.derived != nil || definition.measure != nil {
                    derived.insert(column)
                }
                if let measure = definition.measure {
                    add(measure, of: table, schema, visited: visited)
                }
            case .reference(let column, let target):
                add(column)
                // A row may refer to one of its own table, as a unit to the one above it.
                guard !visited.contains(target) || target == table && !isNested else { continue }
                let trace = Trace(
                    fields, target, schema, visited: visited.union([target]),
                    isNested: target == table)
                references.append(Reference(column: column, table: target, trace: trace))
            case .relation(let number):
                let rows = schema.relations[number].table
                guard !visited.contains(rows) || rows == table && !isNested else { continue }
                let trace = Trace(
                    fields, rows, schema, visited: visited.union([rows]),
                    isNested: rows == table)
                relations.append((number, rows, trace))
            }
        }
    }

    /// Adds the rows that a column's quantity is computed from, with what tells of them.
    private mutating func add(
        _ measure: Measure, of table: Int, _ schema: Schema, visited: Set<Int>
    ) {
        let parts = measure.quantity.parts.all
        for relation in Set(parts.compactMap { $0.isTelling ? $0.relation : nil }) {
            guard let number = schema.number(of: relation, from: table) else { continue }
            let rows = schema.relations[number].table
            guard !visited.contains(rows) else { continue }
            let fields = parts.filter { $0.isTelling && $0.relation == relation }
                .compactMap(\.expression)
                .reduce(into: Set<FieldName>()) { $0.formUnion(FieldName.all(of: $1)) }
            let trace = Trace(
                Self.withNeeds(of: fields, schema), rows, schema, visited: visited.union([rows]))
            relations.append((number, rows, trace))
        }
        relations.sort { $0.number < $1.number }
    }

    private mutating func add(_ column: Int) {
        if !columns.contains(column) { columns.append(column) }
    }

    /// Adds the fields that computed columns among `fields` are computed from.
    static func withNeeds(of fields: Set<FieldName>, _ schema: Schema) -> Set<FieldName> {
        var result = fields
        var waiting = Array(fields)
        while let next = waiting.popLast() {
            guard let table = schema.tables.first(where: { $0.singular == next.object }),
                let column = table.columnNumbers[next.field]
            else { continue }
            let declared = table.dataset.columns[column]
            for need in declared.needs where result.insert(need).inserted { waiting.append(need) }
        }
        return result
    }

    /// Adds the cells for `row` to `cells`, each once.
    func collect(
        _ row: RowReference, _ records: Records, into cells: inout [CellAddress]
    ) {
        guard cells.count < Self.limit, records.tables[row.table].rows.indices.contains(row.row)
        else { return }
        for column in columns {
            guard cells.count < Self.limit, let cell = records.cell(of: row, column: column)
            else { continue }
            if !cells.contains(cell) { cells.append(cell) }
        }
        for reference in references {
            guard let target = records.target(of: row, column: reference.column) else { continue }
            reference.trace.collect(
                RowReference(table: reference.table, row: target), records, into: &cells)
        }
        for relation in relations {
            guard case .known(let rows) = records.rows(ofRelation: relation.number, of: row.row)
            else { continue }
            for index in rows {
                if cells.count >= Self.limit { return }
                relation.trace.collect(
                    RowReference(table: relation.table, row: index), records, into: &cells)
            }
        }
    }

    /// Returns what to name of the row itself.
    func ownCells(_ row: RowReference, _ records: Records) -> [UnknownCause] {
        columns.map { records.cause(ofColumn: $0, of: row) }
    }

    /// Returns what to name where an expression over `row` gives null: its empty cells, and a
    /// derived column only where nothing else is empty.
    func missingCells(_ row: RowReference, _ records: Records) -> [UnknownCause] {
        var causes: [UnknownCause] = []
        var computed: [UnknownCause] = []
        for column in columns {
            guard case .null = records.columns[row.table][column][row.row] else { continue }
            let cause = records.cause(ofColumn: column, of: row)
            if derived.contains(column) { computed.append(cause) } else { causes.append(cause) }
        }
        for reference in references {
            guard let target = records.target(of: row, column: reference.column) else { continue }
            causes.formUnion(
                reference.trace.missingCells(
                    RowReference(table: reference.table, row: target), records))
        }
        return causes.isEmpty ? computed : causes
    }
}
