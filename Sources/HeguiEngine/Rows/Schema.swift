import CEL
import HeguiPack

/// A pack's datasets with every name resolved to a number.
struct Schema: Sendable {
    /// How a field of a row is found.
    enum Access: Sendable {
        case column(Int)
        case reference(column: Int, table: Int)
        case relation(Int)
    }

    struct TableSchema: Sendable {
        let dataset: Dataset
        let singular: String
        /// In the order of the record's declaration.
        let fieldNames: [String]
        let accesses: [Access]
        let columnNumbers: [String: Int]
        /// The field under whose rows reports group this dataset.
        let group: Access?
        let nameColumns: NameColumns

        /// The columns that refer to rows of other tables.
        var referenceColumns: [Int] {
            accesses.compactMap { access in
                if case .reference(let column, _) = access { column } else { nil }
            }
        }

        /// Returns the table that a column refers to.
        func target(ofColumn column: Int) -> Int? {
            for case .reference(column, let target) in accesses { return target }
            return nil
        }
    }

    /// A field's table and its place among that table's fields.
    struct FieldPlace: Sendable {
        let table: Int
        let field: Int
    }

    struct RelationSchema: Sendable {
        let relation: Relation
        /// Whose rows the relation lists.
        let table: Int
        /// The column of those rows that refers to the target.
        let column: Int
        let target: Int
        /// The target's column that refers to the row above, for a relation along a tree.
        let tree: Int?
    }

    let tables: [TableSchema]
    let relations: [RelationSchema]
    let numbers: [String: Int]
    /// Columns that are not masked although they are personal.
    let revealed: Set<ColumnName>
    /// The columns that are masked, in the order of the tables.
    let masked: [(name: FieldName, masking: Masking)]
    /// Where the fields stand: several where two datasets have one singular.
    private let places: [FieldName: [FieldPlace]]
    /// What computed columns are computed from.
    private(set) var formulas = Trace.Formulas()

    init(_ pack: Pack) {
        var numbers: [String: Int] = [:]
        for (number, dataset) in pack.datasets.enumerated() { numbers[dataset.name] = number }
        let revealed = Set(pack.revealed)
        var relations: [RelationSchema] = []
        var tables: [TableSchema] = []
        for (number, dataset) in pack.datasets.enumerated() {
            let layout = pack.layouts.first { $0.dataset == dataset.name }
            var names: [String] = []
            var accesses: [Access] = []
            for field in layout?.fields ?? [] {
                guard
                    let access = Self.access(
                        field, of: number, in: pack, numbers: numbers, &relations)
                else { continue }
                names.append(field.name)
                accesses.append(access)
            }
            let group = dataset.group.flatMap { names.firstIndex(of: $0) }.map { accesses[$0] }
            tables.append(
                TableSchema(
                    dataset: dataset, singular: dataset.singular, fieldNames: names,
                    accesses: accesses,
                    columnNumbers: Dictionary(
                        dataset.columns.enumerated().map { ($1.name, $0) },
                        uniquingKeysWith: { first, _ in first }),
                    group: group, nameColumns: NameColumns(dataset, revealed: revealed)))
        }
        self.tables = tables
        self.relations = relations
        self.numbers = numbers
        self.revealed = revealed
        masked = Self.masked(tables, revealed: revealed)
        places = Self.places(tables)
        formulas = Trace.Formulas(self)
    }

    private static func masked(
        _ tables: [TableSchema], revealed: Set<ColumnName>
    ) -> [(name: FieldName, masking: Masking)] {
        tables.flatMap { table in
            table.dataset.columns.compactMap { column in
                Masking(column, of: table.dataset, revealed: revealed).map {
                    (FieldName(object: table.singular, field: column.name), $0)
                }
            }
        }
    }

    private static func places(_ tables: [TableSchema]) -> [FieldName: [FieldPlace]] {
        var places: [FieldName: [FieldPlace]] = [:]
        for (number, table) in tables.enumerated() {
            for (field, name) in table.fieldNames.enumerated() {
                places[FieldName(object: table.singular, field: name), default: []]
                    .append(FieldPlace(table: number, field: field))
            }
        }
        return places
    }

    /// Returns where `fields` stand, in the order of tables and of the fields of each.
    func places(of fields: Set<FieldName>) -> [FieldPlace] {
        fields.flatMap { places[$0] ?? [] }
            .sorted { ($0.table, $0.field) < ($1.table, $1.field) }
    }

    /// Returns the places among a table's fields of those `fields` that are its own, in order.
    func places(of fields: Set<FieldName>, in table: Int) -> [Int] {
        fields.flatMap { name in
            (places[name] ?? []).filter { $0.table == table }.map(\.field)
        }.sorted()
    }

    private static func access(
        _ field: RowLayout.Field, of table: Int, in pack: Pack, numbers: [String: Int],
        _ relations: inout [RelationSchema]
    ) -> Access? {
        switch field.kind {
        case .column(let index): return .column(index)
        case .reference(let column, let dataset):
            return numbers[dataset].map { .reference(column: column, table: $0) }
        case .relation(let relation):
            guard let rows = numbers[relation.dataset],
                let column = pack.datasets[rows].columnIndex(relation.column)
            else { return nil }
            relations.append(
                RelationSchema(
                    relation: relation, table: rows, column: column, target: table,
                    tree: relation.tree.flatMap(pack.datasets[table].columnIndex)))
            return .relation(relations.count - 1)
        }
    }

    /// Returns the number of `relation` as seen from the table `target`.
    func number(of relation: Relation, from target: Int) -> Int? {
        relations.firstIndex { $0.relation == relation && $0.target == target }
    }
}
