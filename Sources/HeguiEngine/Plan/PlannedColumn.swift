import CEL
import HeguiIntake
import HeguiRules

/// A column that is computed, always or where the source has none.
struct PlannedColumn: Sendable {
    let table: Int
    let column: Int
    let isAlwaysComputed: Bool
    let expression: PlannedExpression

    /// Returns the computed columns of all tables, each after those that it needs.
    static func all(of pack: Pack, planner: Planner) -> [PlannedColumn] {
        var ordering = Ordering(planner: planner)
        for (table, dataset) in pack.datasets.enumerated() {
            for name in dataset.computationOrder {
                ordering.visit(FieldName(object: dataset.singular, field: name), table: table)
            }
        }
        return ordering.result
    }

    /// Returns the column's values for all rows.
    func values(in records: Records, frame: (RowReference) -> Frame) -> [Value] {
        let given = records.columns[table][column]
        return records.tables[table].rows.enumerated().map { index, row in
            if !isAlwaysComputed, row.data.indices.contains(column),
                row.data[column] != .notGiven
            {
                return given[index]
            }
            return expression.evaluate(frame(RowReference(table: table, row: index)))
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
            guard let expression = definition.derived ?? definition.otherwise,
                seen.insert(name).inserted
            else { return }
            if let target = declared.target(ofColumn: column) { visitNames(ofTable: target) }
            let needs = FieldName.all(of: expression)
            for (number, other) in planner.schema.tables.enumerated() {
                for (field, access) in zip(other.fieldNames, other.accesses)
                where needs.contains(FieldName(object: other.singular, field: field)) {
                    visit(access, table: number)
                }
            }
            result.append(
                PlannedColumn(
                    table: table, column: column,
                    isAlwaysComputed: definition.derived != nil,
                    expression: PlannedExpression(expression, planner: planner, subject: table)))
        }

        private mutating func visit(_ access: Schema.Access, table: Int) {
            switch access {
            case .column(let column), .reference(let column, _): visit(column, table: table)
            case .relation(let number):
                let relation = planner.schema.relations[number]
                visit(relation.column, table: relation.table)
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
