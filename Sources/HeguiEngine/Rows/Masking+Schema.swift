import CEL
import HeguiPack
import HeguiReview

extension Masking {
    /// Returns the masking that the result of `expression` needs, or nil where it reads nothing
    /// personal but names.
    init?(of expression: Expression, _ schema: Schema) {
        let fields = FieldName.all(of: expression)
        for table in schema.tables {
            for column in table.dataset.columns {
                guard fields.contains(FieldName(object: table.singular, field: column.name)),
                    let masking = Masking(column, of: table.dataset, schema)
                else { continue }
                self = masking
                return
            }
        }
        return nil
    }

    /// Returns the masking of a column, or nil where it needs none or was asked for unmasked.
    init?(_ column: Column, of dataset: Dataset, _ schema: Schema) {
        let name = ColumnName(dataset: dataset.name, column: column.name)
        if schema.revealed.contains(name) { return nil }
        self.init(column)
    }
}
