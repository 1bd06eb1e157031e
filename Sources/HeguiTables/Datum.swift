package import HeguiCalendar
package import HeguiPack

/// What a cell of a typed table holds.
package enum Datum: Hashable, Sendable {
    /// The row's source has no such column.
    case notGiven
    /// The cell is empty or holds a word for nothing (无, —).
    case absent
    /// The cell holds something that could not be read as its column's type.
    case unreadable
    /// Text, name, phone, id number, organisation, or an enum's value name.
    case text(String)
    case integer(Int64)
    case number(Ratio)
    case bool(Bool)
    /// A day, or all days it may be where only the month or year is written.
    case day(DayRange)
    case period(CalendarPeriod)
    /// Several values of one cell.
    case list([String])
}
