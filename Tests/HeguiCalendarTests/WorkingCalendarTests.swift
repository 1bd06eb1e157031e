import HeguiCalendar
import Testing

@Suite("WorkingCalendar")
struct WorkingCalendarTests {
    @Test(
        "a day is what its year's notice says",
        arguments: [
            ("2013-01-04", "workday"), ("2013-01-05", "swapped"), ("2013-01-12", "rest"),
            ("2013-02-10", "春节 by law"), ("2013-02-15", "春节"), ("2013-02-16", "swapped"),
            ("2013-04-29", "劳动节"), ("2013-05-01", "劳动节 by law"), ("2013-05-02", "workday"),
        ])
    func kinds(text: String, expected: String) throws {
        let day = try day(text)
        let kind: DayKind = SampleCalendar.china.kind(of: day)
        let described =
            switch kind {
            case .workday: "workday"
            case .restDay: "rest"
            case .holiday(let name, let isStatutory): name.zh + (isStatutory ? " by law" : "")
            case .swappedWorkday: "swapped"
            }
        #expect(described == expected)
        #expect(kind.isWorkday == SampleCalendar.china.isWorkday(day))
        let isNamed = expected != "workday" && expected != "rest"
        #expect((SampleCalendar.china.source(of: day) != nil) == isNamed)
    }

    @Test("a year that is not covered has weekends only")
    func uncovered() throws {
        let calendar = WorkingCalendar.weekendsOnly
        #expect(!calendar.covers(2013) && SampleCalendar.china.covers(2013))
        #expect(calendar.kind(of: try day("2013-02-11")) == .workday)
        #expect(calendar.kind(of: try day("2013-02-16")) == .restDay)
    }

    @Test("a later year of the same number replaces the earlier one")
    func override() throws {
        let new = CalendarYear(
            year: 2013, source: CalendarSource(title: "own"), holidays: [], workdays: []
        )
        let calendar = WorkingCalendar(years: SampleCalendar.china.years + [new])
        #expect(calendar.isWorkday(try day("2013-02-11")))
        #expect(calendar.years.count == SampleCalendar.china.years.count)
        #expect(calendar.conflicts.isEmpty)
    }

    @Test("a day with two meanings is reported and counts as worked")
    func conflict() throws {
        let both = try day("2013-02-16")
        let holiday = Holiday(
            name: Holiday.Name(zh: "春节", en: "Spring Festival"), days: [DayRange(both)],
            statutory: []
        )
        let year = CalendarYear(
            year: 2013, source: CalendarSource(title: "own"), holidays: [holiday],
            workdays: [both]
        )
        let calendar = WorkingCalendar(years: [year])
        #expect(calendar.conflicts == [both])
        #expect(calendar.isWorkday(both))
    }
}
