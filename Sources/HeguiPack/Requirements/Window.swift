package import HeguiCalendar

/// The time over which a quantity is computed.
package struct Window: Sendable {
    /// The day of a row.
    package enum RowDay: Sendable {
        case on(Expression)
        /// The value is spread evenly over the days from `from` to `until`.
        case spread(from: Expression, until: Expression)
    }

    /// Days that do not count, from rows of a relation of the subject.
    package struct Excusal: Sendable {
        package let rows: RowSelection
        package let from: Expression
        package let until: Expression

        package init(rows: RowSelection, from: Expression, until: Expression) {
            self.rows = rows
            self.from = from
            self.until = until
        }
    }

    /// What is asked of a period that counts only in part.
    package enum Partial: Sendable {
        /// The full bound.
        case keep
        /// Nothing.
        case skip
        /// Nothing where less than that share of it counts, else the full bound.
        case skipBelow(Ratio)
        /// The bound in proportion.
        case proRate(by: ProRateUnit, Rounding)
    }

    /// What a share of a period is measured in.
    package enum ProRateUnit: String, CaseIterable, Sendable {
        case day, month
    }

    /// The calendar period of the as-of day; nil: all time.
    package let unit: CalendarUnit?
    /// How many periods later, or earlier where negative.
    package let offset: Int
    package let from: Expression?
    package let until: Expression?
    /// Nil for the window of a score, whose items have days of their own.
    package let rowDay: RowDay?
    package let grace: Operand<PeriodLength>?
    /// Whether rows after the as-of day count.
    package let countsPlanned: Bool
    package let excused: [Excusal]
    package let partial: Partial?

    package init(
        unit: CalendarUnit?, offset: Int, from: Expression?, until: Expression?, rowDay: RowDay?,
        grace: Operand<PeriodLength>?, countsPlanned: Bool, excused: [Excusal], partial: Partial?
    ) {
        self.unit = unit
        self.offset = offset
        self.from = from
        self.until = until
        self.rowDay = rowDay
        self.grace = grace
        self.countsPlanned = countsPlanned
        self.excused = excused
        self.partial = partial
    }
}

/// How a window is cut into parts.
package enum Division: Hashable, Sendable {
    case calendar(CalendarUnit)
    /// Lengths counted from the window's `from`.
    case steps(PeriodLength)
}
