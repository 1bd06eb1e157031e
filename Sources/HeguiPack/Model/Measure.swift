/// A quantity as the value of a column.
package struct Measure: Sendable {
    package enum Output: String, CaseIterable, Sendable {
        case value
        /// The first day of a streak's run.
        case start
    }

    package let quantity: Quantity
    package let output: Output

    package init(quantity: Quantity, output: Output) {
        self.quantity = quantity
        self.output = output
    }
}
