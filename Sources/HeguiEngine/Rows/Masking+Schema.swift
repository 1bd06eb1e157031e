import CEL
import HeguiPack
import HeguiReview

extension Masking {
    /// Returns the masking that the result of `expression` needs, or nil where it reads nothing
    /// personal but names.
    init?(of expression: Expression, _ schema: Schema) {
        let fields = FieldName.all(of: expression)
        guard let first = schema.masked.first(where: { fields.contains($0.name) }) else {
            return nil
        }
        self = first.masking
    }

    /// Returns the masking of a column, or nil where it needs none or was asked for unmasked.
    init?(_ column: Column, of dataset: Dataset, revealed: Set<ColumnName>) {
        let name = ColumnName(dataset: dataset.name, column: column.name)
        if revealed.contains(name) { return nil }
        self.init(column)
    }
}
