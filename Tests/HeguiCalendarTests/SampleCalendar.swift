import HeguiCalendar
import Testing

/// Some years as the notices of the State Council arranged them, shortened to what tests need.
enum SampleCalendar {
    /// 2012 to 2014 and 2026, without the days that no test comes near.
    static let china = WorkingCalendar(years: [
        year(2012, off: [("国庆节", "09-30", "10-07", ["10-01", "10-02", "10-03"])], work: ["09-29"]),
        year(
            2013,
            off: [
                ("元旦", "01-01", "01-03", ["01-01"]),
                ("春节", "02-09", "02-15", ["02-09", "02-10", "02-11"]),
                ("清明节", "04-04", "04-06", ["04-04"]),
                ("劳动节", "04-29", "05-01", ["05-01"]),
                ("端午节", "06-10", "06-12", ["06-12"]),
                ("中秋节", "09-19", "09-21", ["09-19"]),
                ("国庆节", "10-01", "10-07", ["10-01", "10-02", "10-03"]),
            ],
            work: [
                "01-05", "01-06", "02-16", "02-17", "04-07", "04-27", "04-28", "06-08", "06-09",
                "09-22", "09-29", "10-12",
            ]
        ),
        year(
            2014,
            off: [
                ("元旦", "01-01", "01-01", ["01-01"]),
                ("春节", "01-31", "02-06", ["01-31", "02-01", "02-02"]),
            ],
            work: ["01-26", "02-08"]
        ),
        year(2024, off: [("元旦", "01-01", "01-01", ["01-01"])], work: []),
        year(2026, off: [("元旦", "01-01", "01-03", ["01-01"])], work: ["01-04"]),
    ])

    private static func year(
        _ year: Int, off: [(String, String, String, [String])], work: [String]
    ) -> CalendarYear {
        func day(_ monthAndDay: String) -> Day {
            Day("\(year)-\(monthAndDay)") ?? .minimum
        }
        return CalendarYear(
            year: year,
            source: CalendarSource(title: "\(year)年部分节假日安排"),
            holidays: off.map { name, first, last, statutory in
                Holiday(
                    name: Holiday.Name(zh: name, en: name),
                    days: [DayRange(first: day(first), last: day(last))].compactMap(\.self),
                    statutory: statutory.map(day)
                )
            },
            workdays: work.map(day)
        )
    }
}

/// Returns the day that `text` writes, or fails the test.
func day(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Day {
    try #require(Day(text), "\(text) is no day", sourceLocation: location)
}

/// Returns the length that `text` writes, or fails the test.
func length(
    _ text: String, _ location: SourceLocation = #_sourceLocation
) throws -> PeriodLength {
    try #require(PeriodLength(text), "\(text) is no length", sourceLocation: location)
}
