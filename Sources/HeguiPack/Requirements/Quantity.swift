package import HeguiCalendar

/// A number that is computed from rows: how many, how much, what share, how long a run.
package indirect enum Quantity: Sendable {
    case tally(TallyQuantity)
    case rate(RateQuantity)
    case score(ScoreQuantity)
    case streak(StreakQuantity)

    package var window: Window? {
        switch self {
        case .tally(let tally): tally.window
        case .rate(let rate): rate.window
        case .score(let score): score.window
        case .streak(let streak): streak.window
        }
    }
}

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

/// The most that rows may give together.
package struct Cap: Sendable {
    /// The rows that are taken together.
    package enum Extent: String, CaseIterable, Comparable, Sendable {
        case row, day, month, quarter
        case half = "half-year"
        case year, total

        package static func < (left: Extent, right: Extent) -> Bool {
            left.order < right.order
        }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package let per: Extent
    package let atMost: Operand<Ratio>

    package init(per: Extent, atMost: Operand<Ratio>) {
        self.per = per
        self.atMost = atMost
    }
}

/// The share of a relation's rows that fulfil a condition.
package struct RateQuantity: Sendable {
    package let relation: Relation
    package let variable: String
    package let numerator: Expression
    package let denominator: Expression?
    /// Numerator rows without it lower the lower bound.
    package let confirmed: Expression?
    /// What is to be verified of a row that is not confirmed; it sees the row.
    package let unconfirmed: MessageTemplate?
    package let window: Window?

    package init(
        relation: Relation, variable: String, numerator: Expression, denominator: Expression?,
        confirmed: Expression?, unconfirmed: MessageTemplate? = nil, window: Window?
    ) {
        self.relation = relation
        self.variable = variable
        self.numerator = numerator
        self.denominator = denominator
        self.confirmed = confirmed
        self.unconfirmed = unconfirmed
        self.window = window
    }
}

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
