package import HeguiCalendar

/// A cell of a file as it stands there, before anyone asks what it means.
package struct RawCell: Hashable, Sendable {
    /// What kind of value the file says the cell holds.
    package enum Kind: Hashable, Sendable {
        case text, number, date, bool
        /// An error value such as `#N/A`, or a value that the file itself holds in a broken way.
        case error
        /// A formula whose result the file does not hold.
        case uncomputed
    }

    /// 1-based.
    package var column: Int
    /// The text; for a number its exact decimal digits, for a date the ISO form.
    package var text: String
    package var kind: Kind
    /// The day of a `date` cell; a month or a year where its format shows no more than that.
    package var date: DayRange?
    /// False for a date whose format hides the year (`m"月"d"日"`), which Excel then guessed.
    package var isYearShown: Bool
    package var isFormula: Bool

    package init(
        column: Int,
        text: String,
        kind: Kind = .text,
        date: DayRange? = nil,
        isYearShown: Bool = true,
        isFormula: Bool = false
    ) {
        self.column = column
        self.text = text
        self.kind = kind
        self.date = date
        self.isYearShown = isYearShown
        self.isFormula = isFormula
    }
}
