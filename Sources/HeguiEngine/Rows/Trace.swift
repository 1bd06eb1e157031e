import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// Which cells an expression rests on, as seen from one row: its own, those of rows that it refers
/// to, and those of rows that refer to it.
struct Trace: Sendable {
    /// How many cells a trace names at most; a unit may have thousands of members.
    static let limit = 40

    /// What it reads of other rows: of the one that a column refers to, or of those of a relation.
    private struct Step {
        /// The place of the field among those of its table.
        let place: Int
        /// The column or the relation.
        let number: Int
        let table: Int
        let trace: Trace
    }

    /// By place of the field.
    private var columns: [(place: Int, column: Int)] = []
    /// By computed column: what it is computed from, which tells where the row has no value of its
    /// own.
    private var formulas: [Int: Formula] = [:]
    private var references: [Step] = []
    private var relations: [Step] = []

    fileprivate struct Formula {
        let isAlwaysComputed: Bool
        let traces: [Trace]
        /// What a quantity's rows are held against, which is named behind them.
        var thresholds: [Trace] = []
    }

    static let empty = Trace()

    private init() {}

    /// What it reads of the row itself and of those that the row refers to.
    var withoutRelations: Trace {
        var trace = self
        trace.relations = []
        return trace
    }

    /// Returns the trace of an expression that reads `fields`, from a row of `table`.
    ///
    /// - Complexity: linear in the fields of the tables that it rests on.
    init(_ fields: Set<FieldName>, table: Int, schema: Schema) {
        var making = Making(schema: schema)
        self = Trace(fields, at: table, visited: [table], &making)
    }

    private init(
        _ fields: Set<FieldName>, at table: Int, visited: Set<Int>, isNested: Bool = false,
        _ making: inout Making
    ) {
        let declared = making.schema.tables[table]
        for place in making.schema.places(of: fields, in: table) {
            switch declared.accesses[place] {
            case .column(let column): add(column, at: place, of: table, &making)
            case .reference(let column, let target):
                add(column, at: place, of: table, &making)
                // A row may refer to one of its own table, as a unit to the one above it.
                guard !visited.contains(target) || target == table && !isNested else { continue }
                let trace = Trace(
                    fields, at: target, visited: visited.union([target]),
                    isNested: target == table, &making)
                references.append(
                    Step(place: place, number: column, table: target, trace: trace))
            case .relation(let number):
                let rows = making.schema.relations[number].table
                guard !visited.contains(rows) || rows == table && !isNested else { continue }
                let trace = Trace(
                    fields, at: rows, visited: visited.union([rows]), isNested: rows == table,
                    &making)
                relations.append(Step(place: place, number: number, table: rows, trace: trace))
            }
        }
    }

    private mutating func add(
        _ column: Int, at place: Int, of table: Int, _ making: inout Making
    ) {
        guard !columns.contains(where: { $0.column == column }) else { return }
        columns.append((place, column))
        if let formula = making.formula(ofColumn: column, in: table) { formulas[column] = formula }
    }

    /// What the computed columns of a schema are computed from, each traced once: one may be met
    /// many times, as columns are computed from columns.
    struct Formulas: Sendable {
        fileprivate struct Place: Hashable {
            let table: Int
            let column: Int
        }

        fileprivate var known: [Place: Formula] = [:]

        init() {}

        init(_ schema: Schema) {
            var making = Making(schema: schema)
            for (number, table) in schema.tables.enumerated() {
                for column in table.dataset.columns.indices {
                    _ = making.formula(ofColumn: column, in: number)
                }
            }
            self = making.formulas
        }
    }

    /// A trace in the making, with the formulas that were traced so far.
    private struct Making {
        let schema: Schema
        private(set) var formulas: Formulas

        init(schema: Schema) {
            self.schema = schema
            formulas = schema.formulas
        }

        mutating func formula(ofColumn column: Int, in table: Int) -> Formula? {
            let definition = schema.tables[table].dataset.columns[column]
            guard definition.isComputed else { return nil }
            let place = Formulas.Place(table: table, column: column)
            if let known = formulas.known[place] { return known }
            let isAlways = definition.otherwise == nil
            // The loader refuses columns that are computed from themselves.
            formulas.known[place] = Formula(isAlwaysComputed: isAlways, traces: [])
            var traces: [Trace] = []
            var thresholds: [Trace] = []
            if let measure = definition.measure {
                traces = [rows(of: measure, table)]
                thresholds = [own(of: measure, table)]
            } else if let expression = definition.derived ?? definition.otherwise {
                let fields = FieldName.all(of: expression)
                traces = [Trace(fields, at: table, visited: [table], &self)]
            }
            let formula = Formula(
                isAlwaysComputed: isAlways, traces: traces, thresholds: thresholds)
            formulas.known[place] = formula
            return formula
        }

        /// The rows that a column's quantity is computed from, with what tells of them.
        private mutating func rows(of measure: Measure, _ table: Int) -> Trace {
            var trace = Trace()
            let parts = measure.quantity.parts.all.filter {
                $0.isTelling || $0.isExcusing && $0.isDay
            }
            for relation in Set(parts.compactMap(\.relation)) {
                guard let number = schema.number(of: relation, from: table) else { continue }
                let rows = schema.relations[number].table
                guard rows != table else { continue }
                let own = parts.filter { $0.relation == relation }
                let inner = Trace(Self.fields(own), at: rows, visited: [table, rows], &self)
                // What excuses days comes behind what is counted.
                let place = number + (own.contains(where: \.isTelling) ? 0 : schema.relations.count)
                trace.relations.append(
                    Step(place: place, number: number, table: rows, trace: inner))
            }
            trace.relations.sort { $0.place < $1.place }
            return trace
        }

        /// What a column's quantity is computed from besides rows.
        private mutating func own(of measure: Measure, _ table: Int) -> Trace {
            let parts = measure.quantity.parts.telling(ofSubject: schema.tables[table].singular)
            return Trace(Self.fields(parts), at: table, visited: [table], &self)
        }

        private static func fields(_ parts: [Part]) -> Set<FieldName> {
            parts.compactMap(\.expression).reduce(into: []) {
                $0.formUnion(FieldName.all(of: $1))
            }
        }
    }

    /// Adds the cells for `row` to `cells`, each once.
    func collect(
        _ row: RowReference, _ rowStore: RowStore, into cells: inout [CellAddress]
    ) {
        var seen: Set<ComputedCell> = []
        collect(row, rowStore, into: &cells, seen: &seen)
    }

    /// A computed cell whose formula was looked at.
    private struct ComputedCell: Hashable {
        let row: RowReference
        let column: Int
    }

    private func collect(
        _ row: RowReference, _ rowStore: RowStore, into cells: inout [CellAddress],
        seen: inout Set<ComputedCell>
    ) {
        guard cells.count < Self.limit, rowStore.tables[row.table].rows.indices.contains(row.row)
        else { return }
        var thresholds: [Trace] = []
        let traces = withFormulas(of: row, rowStore, thresholds: &thresholds, seen: &seen)
        // The row's own cells come first, whatever reads them.
        let own = traces.flatMap { trace in
            trace.columns.filter { trace.computed($0.column, of: row, rowStore) == nil }
        }
        for (_, column) in own.sorted(by: { $0.place < $1.place }) where cells.count < Self.limit {
            guard let cell = rowStore.cell(of: row, column: column), !cells.contains(cell)
            else { continue }
            cells.append(cell)
        }
        for step in traces.flatMap(\.references).sorted(by: { $0.place < $1.place }) {
            guard let target = rowStore.target(of: row, column: step.number) else { continue }
            step.trace.collect(
                RowReference(table: step.table, row: target), rowStore, into: &cells, seen: &seen)
        }
        for step in traces.flatMap(\.relations) {
            guard case .known(let rows) = rowStore.rows(ofRelation: step.number, of: row.row)
            else { continue }
            for index in rows {
                if cells.count >= Self.limit { return }
                step.trace.collect(
                    RowReference(table: step.table, row: index), rowStore, into: &cells, seen: &seen
                )
            }
        }
        for trace in thresholds { trace.collect(row, rowStore, into: &cells, seen: &seen) }
    }

    /// Returns this trace and those of the formulas by which columns of `row` came about.
    private func withFormulas(
        of row: RowReference, _ rowStore: RowStore, thresholds: inout [Trace],
        seen: inout Set<ComputedCell>
    ) -> [Trace] {
        var traces = [self]
        for (_, column) in columns {
            guard let formula = computed(column, of: row, rowStore),
                seen.insert(ComputedCell(row: row, column: column)).inserted
            else { continue }
            for trace in formula.traces {
                traces += trace.withFormulas(
                    of: row, rowStore, thresholds: &thresholds, seen: &seen)
            }
            thresholds += formula.thresholds
        }
        return traces
    }

    /// Returns what a column of `row` was computed from; nil where its value is the row's own.
    private func computed(
        _ column: Int, of row: RowReference, _ rowStore: RowStore
    ) -> Formula? {
        guard let formula = formulas[column] else { return nil }
        let isOwn =
            !formula.isAlwaysComputed && rowStore.tables[row.table].rows[row.row].holds(column)
        return isOwn ? nil : formula
    }

    /// Returns what to name of the row itself.
    func ownCells(_ row: RowReference, _ rowStore: RowStore) -> [UnknownCause] {
        columns.map(\.column).reduce(into: []) { causes, column in
            let deeper = computed(column, of: row, rowStore)?.traces
                .flatMap { $0.ownCells(row, rowStore) }
            let own = [rowStore.cause(ofColumn: column, of: row)]
            causes.formUnion(deeper.flatMap { $0.isEmpty ? nil : $0 } ?? own)
        }
    }

    /// Returns what to name where an expression over `row` gives null: its empty cells, and a
    /// computed column only where nothing that it is computed from is empty.
    func missingCells(_ row: RowReference, _ rowStore: RowStore) -> [UnknownCause] {
        var seen: Set<ComputedCell> = []
        return missingCells(row, rowStore, seen: &seen)
    }

    private func missingCells(
        _ row: RowReference, _ rowStore: RowStore, seen: inout Set<ComputedCell>
    ) -> [UnknownCause] {
        var causes: [UnknownCause] = []
        var always: [UnknownCause] = []
        for (_, column) in columns {
            guard case .null = rowStore.columns[row.table][column][row.row] else { continue }
            let cause = rowStore.cause(ofColumn: column, of: row)
            guard let formula = computed(column, of: row, rowStore) else {
                causes.formUnion([cause])
                continue
            }
            guard seen.insert(ComputedCell(row: row, column: column)).inserted else { continue }
            var deeper: [UnknownCause] = []
            for trace in formula.traces {
                deeper.formUnion(trace.missingCells(row, rowStore, seen: &seen))
            }
            causes.formUnion(deeper)
            if deeper.isEmpty { always.append(cause) }
        }
        for reference in references {
            guard let target = rowStore.target(of: row, column: reference.number) else { continue }
            causes.formUnion(
                reference.trace.missingCells(
                    RowReference(table: reference.table, row: target), rowStore, seen: &seen))
        }
        return causes.isEmpty ? always : causes
    }
}

extension TableRow {
    /// Whether the row's source has the column, so that nothing is computed for it.
    func holds(_ column: Int) -> Bool {
        data.indices.contains(column) && data[column] != .notGiven
    }
}
