import CEL
import HeguiCalendar

/// When a row was, as far as it is known.
enum RowDays {
    /// The form does not ask.
    case any
    /// On one of these days.
    case on(DayRange, [UnknownCause])
    /// On all of these days, evenly.
    case spread(DayRange)
    case unknown([UnknownCause])
}
