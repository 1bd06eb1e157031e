package import HeguiCalendar

/// What a cell of a typed table holds.
package enum Datum: Hashable, Sendable {
    /// The cell is empty, or its column is not in the data.
    case absent
    /// The cell holds something that could not be read as its column's type.
    case unreadable
    case text(String)
    case integer(Int64)
    case bool(Bool)
    /// A day, or all days it may be where only the month or year is written.
    case day(DayRange)
    /// Several values of one cell.
    case list([String])
}
