/// One year's holidays and swapped working days, as its notice arranges them.
///
/// A notice may reach into the neighbouring years: that of 2007 made 2006-12-30 a working day.
/// Such days stand with the year whose notice names them.
public struct CalendarYear: Hashable, Sendable {
    /// The year that the notice arranges.
    public let year: Int

    /// The document from which the days are taken.
    public let source: CalendarSource

    /// Later documents that changed the year, in order; the days are those after the change.
    public let amendments: [CalendarSource]

    /// The holidays.
    public let holidays: [Holiday]

    /// The Saturdays and Sundays on which people work in exchange for a day off (调休上班).
    public let workdays: [Day]

    /// Returns a year with the given days.
    public init(
        year: Int, source: CalendarSource, amendments: [CalendarSource] = [],
        holidays: [Holiday], workdays: [Day]
    ) {
        self.year = year
        self.source = source
        self.amendments = amendments
        self.holidays = holidays
        self.workdays = workdays
    }
}
