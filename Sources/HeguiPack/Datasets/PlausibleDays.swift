package import HeguiCalendar

/// The days that a column of a form or a dataset may hold; others are doubted.
package struct PlausibleDays: Sendable {
    package let from: Day?
    /// Whether the year of the as-of day, or that of the form, is the last.
    package let endsWithYear: Bool
    /// Columns beside it whose days lie before.
    package let after: [String]

    package init(from: Day?, endsWithYear: Bool, after: [String]) {
        self.from = from
        self.endsWithYear = endsWithYear
        self.after = after
    }
}
