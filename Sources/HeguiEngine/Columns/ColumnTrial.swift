import CEL
import HeguiPack

/// A row of which one field is known, so that an expression can be tried with a value for it.
struct ColumnTrial: ObjectValue {
    let schema: Schema
    let table: Int
    /// The fields that lead to the value, from this row on.
    let path: ArraySlice<Int>
    let value: Value

    var typeName: String { schema.tables[table].singular }

    func field(at index: Int) -> Value {
        guard index == path.first else {
            return .error(EvaluationError(message: "the field is not tried"))
        }
        let rest = path.dropFirst()
        if rest.isEmpty { return value }
        guard case .reference(_, let target) = schema.tables[table].accesses[index] else {
            return .error(EvaluationError(message: "the field leads to no row"))
        }
        return .object(ColumnTrial(schema: schema, table: target, path: rest, value: value))
    }

    func cause(ofField index: Int) -> UnknownCause { UnknownCause(key: typeName) }
}
