import CEL
import HeguiPack

/// A field of a record that an expression reads.
struct FieldName: Hashable, Sendable {
    let object: String
    let field: String

    /// Returns the fields that `expression` reads.
    static func all(of expression: Expression) -> Set<FieldName> {
        Set(expression.checked.fields.map { FieldName(object: $0.object, field: $0.field) })
    }
}
