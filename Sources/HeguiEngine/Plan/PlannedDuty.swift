import CEL
import HeguiCalendar
import HeguiPack

/// An annex that owners have to hand in, with its expressions as programs.
struct PlannedDuty: Sendable {
    /// Where rows that an annex gives name its owner, and the year that its heading says.
    struct OwnerColumn: Sendable {
        let table: Int
        let column: Int
        let year: Int?
    }

    let annex: Annex
    let terms: Annex.Duty
    /// The table of owners.
    let table: Int
    let condition: PlannedExpression?
    let due: PlannedOperand<Day>?
    let ownerColumns: [OwnerColumn]
    /// The table of the first entry of `rows`, and its column that tells people apart.
    let identity: OwnerColumn?
    /// The fields that its expressions and the names of owners rest on, directly and through
    /// computed columns.
    let fields: Set<FieldName>

    init?(_ annex: Annex, planner: Planner) {
        let schema = planner.schema
        guard let duty = annex.expected, let table = schema.numbers[duty.owners]
        else { return nil }
        self.annex = annex
        self.terms = duty
        self.table = table
        condition = planner.plan(duty.condition, subject: table)
        due = planner.plan(duty.due, subject: table)
        ownerColumns = duty.ownerColumns.compactMap { name in
            guard let table = schema.numbers[name.dataset],
                let column = schema.tables[table].columnNumbers[name.column]
            else { return nil }
            let year = Self.yearColumn(of: annex, duty, dataset: name.dataset)
            return OwnerColumn(
                table: table, column: column,
                year: year.flatMap { schema.tables[table].columnNumbers[$0] })
        }
        identity = Self.identity(of: annex, schema)
        let owners = schema.tables[table]
        var fields = Set(
            (owners.dataset.key + [owners.dataset.label].compactMap(\.self))
                .map { FieldName(object: owners.singular, field: $0) })
        for expression in duty.expressions {
            fields.formUnion(FieldName.all(of: expression))
        }
        self.fields = schema.withNeeds(of: fields)
    }

    /// The column of a dataset that the heading's year sets.
    private static func yearColumn(
        of annex: Annex, _ duty: Annex.Duty, dataset: String
    ) -> String? {
        guard case .yearOfHeading(let field) = duty.period else { return nil }
        return (annex.rows + annex.totals).filter { $0.dataset == dataset }
            .flatMap(\.assignments)
            .first {
                if case .heading(field) = $0.source { true } else { false }
            }?.column
    }

    /// The column by which a row is known to be of the same person in two versions.
    private static func identity(of annex: Annex, _ schema: Schema) -> OwnerColumn? {
        guard let yield = annex.rows.first, let table = schema.numbers[yield.dataset] else {
            return nil
        }
        let matched = yield.assignments.first {
            if case .match = $0.source { true } else { false }
        }
        return matched.flatMap { schema.tables[table].columnNumbers[$0.column] }
            .map { OwnerColumn(table: table, column: $0, year: nil) }
    }
}

extension Plan {
    /// The computed columns that duties rest on, each after those it needs.
    var columnsOfDuties: [PlannedColumn] {
        let fields = duties.reduce(into: Set<FieldName>()) { $0.formUnion($1.fields) }
        return columns.filter { column in
            let table = schema.tables[column.table]
            let name = table.dataset.columns[column.column].name
            return fields.contains(FieldName(object: table.singular, field: name))
        }
    }
}
