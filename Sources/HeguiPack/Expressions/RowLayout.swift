package import CEL

/// A dataset's row as expressions see it: its columns, the rows it refers to, the rows that refer to it.
///
/// The CEL object type of the row is named by `singular`; its fields have the order of `fields`.
package struct RowLayout: Sendable {
    package struct Field: Sendable {
        package enum Kind: Hashable, Sendable {
            case column(index: Int)
            /// The row that column `index` refers to, or null.
            case reference(column: Int, dataset: String)
            case relation(Relation)
        }

        package let name: String
        package let kind: Kind
        package let type: Type
        /// Of an enum column, from lowest to highest.
        package let values: [String]
        /// The values of an enum column by their other spellings, which data may use and
        /// expressions may not.
        package let spellings: [String: String]

        package init(
            name: String, kind: Kind, type: Type, values: [String] = [],
            spellings: [String: String] = [:]
        ) {
            self.name = name
            self.kind = kind
            self.type = type
            self.values = values
            self.spellings = spellings
        }
    }

    package let dataset: String
    package let singular: String
    package let fields: [Field]

    package init(dataset: String, singular: String, fields: [Field]) {
        self.dataset = dataset
        self.singular = singular
        self.fields = fields
    }

    /// The relations that lead to the rows that refer to this one.
    package var relations: [Relation] {
        fields.compactMap { field in
            if case .relation(let relation) = field.kind { relation } else { nil }
        }
    }

    /// The declaration of this record for CEL.
    package var objectType: ObjectType {
        ObjectType(
            name: singular,
            fields: fields.map { ObjectType.Field(name: $0.name, type: $0.type) })
    }
}

/// The rows of `dataset` whose `column` refers to a row of another dataset, or
/// with `tree` to that row or one below it.
package struct Relation: Hashable, Sendable {
    package let name: String
    package let dataset: String
    package let column: String
    /// The target's column that refers to the row above, for a relation along a tree.
    package let tree: String?

    package init(name: String, dataset: String, column: String, tree: String? = nil) {
        self.name = name
        self.dataset = dataset
        self.column = column
        self.tree = tree
    }
}

/// What a column's cells hold.
package enum ColumnType: String, CaseIterable, Hashable, Sendable {
    case text, name, phone, organisation, integer, number, boolean, day, month, period, list
    case idNumber = "id-number"
    case enumeration = "enum"
    /// Dated events in one cell; only in forms.
    case events
    /// Ticked boxes; only in forms.
    case ticks
}
