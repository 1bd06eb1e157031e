import HeguiCalendar
import Testing

@Suite("The calendar of mainland China")
struct CalendarDataTests {
    /// Year, days off, swapped working days, and days that the law itself names.
    static let counts = [
        (2004, 22, 6, 10), (2005, 24, 6, 10), (2006, 24, 6, 10), (2007, 24, 8, 10),
        (2008, 29, 6, 11), (2009, 27, 6, 10), (2010, 29, 8, 11), (2011, 29, 5, 11),
        (2012, 27, 7, 11), (2013, 29, 12, 11), (2014, 23, 5, 11), (2015, 26, 5, 11),
        (2016, 24, 6, 11), (2017, 24, 5, 11), (2018, 23, 6, 11), (2019, 30, 7, 11),
        (2020, 30, 6, 10), (2021, 31, 7, 11), (2022, 31, 7, 11), (2023, 27, 7, 11),
        (2024, 30, 8, 11), (2025, 28, 5, 13), (2026, 33, 6, 13),
    ]

    @Test("each year's notice has its number of days off, worked and named by law")
    func yearCounts() throws {
        let years = try CalendarFile.years()
        #expect(years.map(\.year) == Self.counts.map(\.0))
        for (year, expected) in zip(years, Self.counts) {
            let off = year.holidays.flatMap(\.days).map(\.count).reduce(0, +)
            let statutory = year.holidays.map(\.statutory.count).reduce(0, +)
            #expect(off == expected.1, "\(year.year)")
            #expect(year.workdays.count == expected.2, "\(year.year)")
            #expect(statutory == expected.3, "\(year.year)")
        }
    }

    @Test("worked days are weekends, days by law are days off, and no day is named twice")
    func consistency() throws {
        let years = try CalendarFile.years()
        #expect(WorkingCalendar(years: years).conflicts.isEmpty)
        let off = years.flatMap(\.holidays).flatMap(\.days)
        for (left, right) in zip(off, off.dropFirst()) {
            #expect(left.last < right.first, "\(left) and \(right) out of order")
        }
        for year in years {
            let weekdays = year.workdays.filter { !$0.weekday.isWeekend }
            #expect(weekdays.isEmpty, "\(weekdays) are worked anyway")
            #expect(year.workdays == year.workdays.sorted())
            for holiday in year.holidays {
                for day in holiday.statutory {
                    let isOff = holiday.days.contains { $0.contains(day) }
                    #expect(isOff, "\(day) is not a day off of \(holiday.name.zh)")
                }
            }
            #expect(!year.source.title.isEmpty)
        }
    }

    @Test(
        "the calendar moves the worked examples as the sample does",
        arguments: CountingRuleTests.oneMonth)
    func workedExamples(start: String, nominal: String, rolled: String, fixed: String) throws {
        let calendar = WorkingCalendar(years: try CalendarFile.years())
        let due = try CountingRule().due(
            from: day(start), within: length("1 month"), calendar: calendar
        )
        #expect(due.nominal == (try day(nominal)))
        #expect(due.rolled == (try day(rolled)))
        #expect(due.isCertain)
    }

    @Test("2013 is what its notice says")
    func year2013() throws {
        let calendar = WorkingCalendar(years: try CalendarFile.years())
        let source = try #require(calendar.source(of: day("2013-02-16")))
        #expect(source.number == "国办发明电〔2012〕33号")
        #expect(source.issued == (try day("2012-12-08")))
        let sample = try #require(SampleCalendar.china.years.first { $0.year == 2013 })
        let real = try #require(calendar.years.first { $0.year == 2013 })
        #expect(real.workdays == sample.workdays)
        #expect(real.holidays.map(\.days) == sample.holidays.map(\.days))
        #expect(real.holidays.map(\.statutory) == sample.holidays.map(\.statutory))
        #expect(real.holidays.map(\.name.zh) == sample.holidays.map(\.name.zh))
    }
}
