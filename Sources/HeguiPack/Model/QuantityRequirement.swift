package import HeguiCalendar

/// A quantity lies within bounds, in each part of its window where there is an `each`.
package struct QuantityRequirement: Sendable {
    package let quantity: Quantity
    package let each: Division?
    /// Until when it may still come about, where the window does not say.
    package let due: Operand<Day>?
    package let bounds: Bounds

    package init(quantity: Quantity, each: Division?, due: Operand<Day>?, bounds: Bounds) {
        self.quantity = quantity
        self.each = each
        self.due = due
        self.bounds = bounds
    }
}
