/// The number of a relation's rows, or the sum of their values.
package struct TallyQuantity: Sendable {
    package let selection: RowSelection
    /// What is added up; nil counts rows.
    package let value: Expression?
    /// Rows of which these are the same count once, with the highest value.
    package let distinct: [Expression]
    /// From the narrowest to the widest.
    package let caps: [Cap]
    package let window: Window?

    package init(
        selection: RowSelection, value: Expression?, distinct: [Expression], caps: [Cap],
        window: Window?
    ) {
        self.selection = selection
        self.value = value
        self.distinct = distinct
        self.caps = caps
        self.window = window
    }
}
