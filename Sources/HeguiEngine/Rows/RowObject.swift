import CEL
import HeguiPack

/// A row of a table as a record of expressions.
struct RowObject: RowValue {
    let records: Records
    let reference: RowReference

    var typeName: String { records.schema.tables[reference.table].singular }
    var key: ValueKey { .row(table: reference.table, row: reference.row) }

    func field(at index: Int) -> Value {
        records.value(ofField: index, of: reference)
    }

    func cause(ofField index: Int) -> UnknownCause {
        records.cause(ofField: index, of: reference)
    }

    func isIdentical(to other: any ObjectValue) -> Bool {
        (other as? RowObject)?.reference == reference
    }
}
