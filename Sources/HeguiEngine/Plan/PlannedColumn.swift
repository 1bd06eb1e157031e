import CEL
import HeguiPack
import HeguiTables

/// A column that is computed, always or where the source has none.
struct PlannedColumn: Sendable {
    let table: Int
    let column: Int
    let isAlwaysComputed: Bool
    let computation: Computation

    enum Computation: Sendable {
        case expression(PlannedExpression)
        case measure(PlannedMeasure)
    }

    /// Returns the computed columns of all tables, each after those that it needs.
    static func all(of pack: Pack, planner: Planner) -> [PlannedColumn] {
        var ordering = Ordering(planner: planner)
        for (table, dataset) in pack.datasets.enumerated() {
            let names = dataset.computationOrder + dataset.columns.map(\.name)
            for name in names {
                ordering.visit(FieldName(object: dataset.singular, field: name), table: table)
            }
        }
        return ordering.result
    }

    /// Returns the column's values for all rows.
    func values(in rowStore: RowStore, frame: (RowReference) -> Frame) -> [Value] {
        switch computation {
        case .expression(let expression): values(in: rowStore) { expression.evaluate(frame($0)) }
        case .measure(let measure): values(in: rowStore) { measure.evaluate(frame($0)) }
        }
    }

    private func values(
        in rowStore: RowStore, computed: (RowReference) -> Value
    ) -> [Value] {
        let given = rowStore.columns[table][column]
        return rowStore.tables[table].rows.enumerated().map { index, row in
            if !isAlwaysComputed, row.holds(column) { return given[index] }
            return computed(RowReference(table: table, row: index))
        }
    }

    /// Returns what to name where the column is null.
    func missingCells(_ frame: Frame) -> [UnknownCause] {
        if case .expression(let expression) = computation {
            expression.missingCells(frame)
        } else {
            []
        }
    }

    /// Puts columns after those that they need in any table; the loader has refused cycles.
    private struct Ordering {
        let planner: Planner
        var seen: Set<FieldName> = []
        var result: [PlannedColumn] = []

        mutating func visit(_ name: FieldName, table: Int) {
            let declared = planner.schema.tables[table]
            guard let column = declared.columnNumbers[name.field] else { return }
            let definition = declared.dataset.columns[column]
            guard definition.isComputed, seen.insert(name).inserted else { return }
            if let target = declared.target(ofColumn: column) { visitNames(ofTable: target) }
            for place in planner.schema.places(of: definition.needs) {
                visit(planner.schema.tables[place.table].accesses[place.field], table: place.table)
            }
            for relation in definition.measure?.quantity.parts.relations ?? [] {
                guard let number = planner.schema.number(of: relation, from: table) else {
                    continue
                }
                visit(.relation(number), table: table)
            }
            guard let computation = computation(of: definition, table) else { return }
            result.append(
                PlannedColumn(
                    table: table, column: column,
                    isAlwaysComputed: definition.otherwise == nil, computation: computation))
        }

        private func computation(of column: Column, _ table: Int) -> Computation? {
            if let measure = column.measure {
                return PlannedMeasure(measure, type: column.type, planner, subject: table)
                    .map(Computation.measure)
            }
            return planner.plan(column.derived ?? column.otherwise, subject: table)
                .map(Computation.expression)
        }

        private mutating func visit(_ access: Schema.Access, table: Int) {
            switch access {
            case .column(let column), .reference(let column, _): visit(column, table: table)
            case .relation(let number):
                let relation = planner.schema.relations[number]
                visit(relation.column, table: relation.table)
                if let tree = relation.tree { visit(tree, table: relation.target) }
            }
        }

        /// A computed reference is looked up among its target's keys and labels.
        private mutating func visitNames(ofTable table: Int) {
            let dataset = planner.schema.tables[table].dataset
            for name in dataset.key + [dataset.label].compactMap(\.self) {
                visit(FieldName(object: dataset.singular, field: name), table: table)
            }
        }

        private mutating func visit(_ column: Int, table: Int) {
            let dataset = planner.schema.tables[table].dataset
            visit(
                FieldName(object: dataset.singular, field: dataset.columns[column].name),
                table: table)
        }
    }
}

extension RowStore {
    /// Returns these rows with `columns` computed one after another; `frame` gives that in which a
    /// row's value is worked out.
    func computing(
        _ columns: some Sequence<PlannedColumn>, frame: (RowStore, RowReference) -> Frame
    ) -> RowStore {
        columns.reduce(self) { current, column in
            let values = column.values(in: current) { frame(current, $0) }
            return current.replacing(table: column.table, column: column.column, with: values)
        }
    }
}

extension Column {
    var isComputed: Bool { derived != nil || otherwise != nil || measure != nil }

    /// The fields that the column is computed from.
    var needs: Set<FieldName> {
        expressions.reduce(into: []) { $0.formUnion(FieldName.all(of: $1)) }
    }
}

extension Schema {
    /// Returns `fields` with those that computed columns among them are computed from.
    func withNeeds(of fields: Set<FieldName>) -> Set<FieldName> {
        var result = fields
        var waiting = Array(fields)
        while let next = waiting.popLast() {
            guard let table = tables.first(where: { $0.singular == next.object }),
                let column = table.columnNumbers[next.field]
            else { continue }
            let declared = table.dataset.columns[column]
            for need in declared.needs where result.insert(need).inserted { waiting.append(need) }
        }
        return result
    }
}
