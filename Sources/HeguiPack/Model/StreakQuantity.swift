/// The longest run of misses.
package struct StreakQuantity: Sendable {
    package enum Elements: Sendable {
        /// The sub-periods of a tally or rate; one whose bounds are broken is a miss.
        case periods(QuantityRequirement)
        /// Rows in order of `day`; `skip` leaves one out.
        case rows(RowSelection, day: Expression, miss: Expression, skip: Expression?)
    }

    package enum Run: String, CaseIterable, Sendable {
        case longest
        /// The one that ends with the last element.
        case current
        /// All misses.
        case total
    }

    package let elements: Elements
    package let run: Run

    package init(elements: Elements, run: Run) {
        self.elements = elements
        self.run = run
    }

    package var window: Window? {
        if case .periods(let requirement) = elements { requirement.quantity.window } else { nil }
    }
}
