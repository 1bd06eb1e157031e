package import HeguiCalendar

/// How a window is cut into parts.
package enum Division: Hashable, Sendable {
    case calendar(CalendarUnit)
    /// Lengths counted from the window's `from`.
    case steps(PeriodLength)
}
