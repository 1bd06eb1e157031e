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

    init(_ pack: Pack) {
        var numbers: [String: Int] = [:]
        for (number, dataset) in pack.datasets.enumerated() { numbers[dataset.name] = number }
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
                    group: group))
        }
        self.tables = tables
        self.relations = relations
        self.numbers = numbers
        revealed = Set(pack.revealed)
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
