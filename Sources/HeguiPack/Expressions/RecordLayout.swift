package import CEL

/// A dataset's row as expressions see it: its columns, the rows it refers to, the rows that refer to it.
///
/// The CEL object type of the row is named by `singular`; its fields have the order of `fields`.
package struct RecordLayout: Sendable {
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

        package init(name: String, kind: Kind, type: Type, values: [String] = []) {
            self.name = name
            self.kind = kind
            self.type = type
            self.values = values
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
