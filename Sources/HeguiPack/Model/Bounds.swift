/// What a number must be; at least one is there.
package struct Bounds: Sendable {
    /// The key of a bound, in the order in which bounds are read and shown.
    package enum Key: String, CaseIterable, Sendable {
        case atLeast = "at_least"
        case moreThan = "more_than"
        case atMost = "at_most"
        case lessThan = "less_than"

        /// Whether a number has to lie above it.
        package var isFloor: Bool { self == .atLeast || self == .moreThan }
    }

    package let atLeast: Operand<Ratio>?
    package let moreThan: Operand<Ratio>?
    package let atMost: Operand<Ratio>?
    package let lessThan: Operand<Ratio>?

    package init(
        atLeast: Operand<Ratio>?, moreThan: Operand<Ratio>?, atMost: Operand<Ratio>?,
        lessThan: Operand<Ratio>?
    ) {
        self.atLeast = atLeast
        self.moreThan = moreThan
        self.atMost = atMost
        self.lessThan = lessThan
    }

    package subscript(key: Key) -> Operand<Ratio>? {
        switch key {
        case .atLeast: atLeast
        case .moreThan: moreThan
        case .atMost: atMost
        case .lessThan: lessThan
        }
    }

    /// The bounds that are there, in the order of their keys.
    package var all: [(key: Key, operand: Operand<Ratio>)] {
        Key.allCases.compactMap { key in self[key].map { (key, $0) } }
    }
}
