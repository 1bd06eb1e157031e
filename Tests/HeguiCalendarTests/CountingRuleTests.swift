import HeguiCalendar
import Testing

@Suite("CountingRule")
struct CountingRuleTests {
    /// From a start, one month: the nominal day, the rolled one, and the end after 30 days.
    static let oneMonth = [
        ("2013-01-04", "2013-02-04", "2013-02-04", "2013-02-03"),
        ("2012-12-31", "2013-01-31", "2013-01-31", "2013-01-30"),
        ("2013-01-29", "2013-02-28", "2013-02-28", "2013-02-28"),
        ("2013-01-30", "2013-02-28", "2013-02-28", "2013-03-01"),
        ("2013-01-31", "2013-02-28", "2013-02-28", "2013-03-02"),
        ("2012-01-31", "2012-02-29", "2012-02-29", "2012-03-01"),
        ("2024-01-31", "2024-02-29", "2024-02-29", "2024-03-01"),
        ("2013-02-28", "2013-03-28", "2013-03-28", "2013-03-30"),
        ("2013-01-10", "2013-02-10", "2013-02-16", "2013-02-09"),
        ("2013-03-05", "2013-04-05", "2013-04-07", "2013-04-04"),
        ("2013-03-29", "2013-04-29", "2013-05-02", "2013-04-28"),
        ("2013-05-08", "2013-06-08", "2013-06-08", "2013-06-07"),
        ("2013-05-31", "2013-06-30", "2013-07-01", "2013-06-30"),
        ("2013-09-01", "2013-10-01", "2013-10-08", "2013-10-01"),
        ("2013-12-31", "2014-01-31", "2014-02-07", "2014-01-30"),
        ("2025-12-31", "2026-01-31", "2026-02-02", "2026-01-30"),
    ]

    @Test("one month ends on the corresponding day and moves past days off", arguments: oneMonth)
    func corresponding(start: String, nominal: String, rolled: String, fixed: String) throws {
        let due: DueDay = try CountingRule().due(
            from: day(start), within: length("1 month"), calendar: SampleCalendar.china
        )
        #expect(due.nominal == (try day(nominal)))
        #expect(due.rolled == (try day(rolled)))
        #expect(due.isCertain)
    }

    @Test("one month as thirty days ends thirty days later", arguments: oneMonth)
    func thirtyDays(start: String, nominal: String, rolled: String, fixed: String) throws {
        let rule = CountingRule(end: .fixedDays, roll: .none)
        for text in ["1 month", "30 days"] {
            let due = try rule.due(
                from: day(start), within: length(text), calendar: SampleCalendar.china
            )
            #expect(due.nominal == (try day(fixed)))
            #expect(due.rolled == due.nominal && due.isCertain)
        }
    }

    @Test(
        "longer periods end on the corresponding day of their last month",
        arguments: [
            ("2012-02-29", "12 months", "2013-02-28"), ("2012-02-29", "1 year", "2013-02-28"),
            ("2012-08-31", "6 months", "2013-02-28"), ("2013-01-31", "2 months", "2013-03-31"),
            ("2013-06-18", "1 year", "2014-06-18"), ("2013-01-04", "2 weeks", "2013-01-18"),
            ("2013-01-04", "0 days", "2013-01-04"),
        ])
    func longer(start: String, text: String, nominal: String) throws {
        let due = try CountingRule(roll: .none).due(
            from: day(start), within: length(text), calendar: .weekendsOnly
        )
        #expect(due.nominal == (try day(nominal)))
        #expect(due.isCertain, "nothing was looked up")
    }

    @Test(
        "counting the start day ends a day earlier unless the month is shorter",
        arguments: [
            ("2013-06-18", "1 year", "2014-06-17"), ("2013-03-01", "1 month", "2013-03-31"),
            ("2013-01-31", "1 month", "2013-02-28"), ("2013-01-04", "30 days", "2013-02-02"),
            ("2013-02-01", "1 month", "2013-02-28"), ("2013-01-01", "1 week", "2013-01-07"),
            ("2013-01-04", "1 day", "2013-01-04"), ("2013-01-04", "2 working days", "2013-01-05"),
        ])
    func sameDay(start: String, text: String, nominal: String) throws {
        let due = try CountingRule(start: .sameDay, roll: .none).due(
            from: day(start), within: length(text), calendar: SampleCalendar.china
        )
        #expect(due.nominal == (try day(nominal)))
    }

    @Test(
        "the narrow reading moves past the days named by the law only",
        arguments: [
            ("2013-02-09", "2013-02-12"), ("2013-02-13", "2013-02-13"),
            ("2013-06-30", "2013-06-30"),
            ("2013-10-01", "2013-10-04"), ("2013-04-05", "2013-04-05"),
        ])
    func narrowRoll(end: String, rolled: String) throws {
        let rule = CountingRule(roll: .nextNonStatutoryHoliday)
        let due = rule.due(on: try day(end), calendar: SampleCalendar.china)
        #expect(due.nominal == (try day(end)))
        #expect(due.rolled == (try day(rolled)))
    }

    @Test(
        "working days are counted over holidays and swapped Saturdays",
        arguments: [
            ("2013-02-08", "1 working day", "2013-02-16"),
            ("2013-02-08", "3 working days", "2013-02-18"),
            ("2013-01-04", "10 working days", "2013-01-16"),
            ("2013-09-30", "1 working day", "2013-10-08"),
        ])
    func workingDays(start: String, text: String, last: String) throws {
        let due = try CountingRule().due(
            from: day(start), within: length(text), calendar: SampleCalendar.china
        )
        #expect(due.nominal == (try day(last)))
        #expect(due.rolled == due.nominal)
    }

    @Test("a year that the calendar does not cover makes the day uncertain")
    func uncovered() throws {
        let china = WorkingCalendar(years: SampleCalendar.china.years.filter { $0.year == 2013 })
        let due = try CountingRule().due(
            from: day("2013-12-31"), within: length("1 month"), calendar: china
        )
        #expect(due.nominal == (try day("2014-01-31")) && due.rolled == due.nominal)
        #expect(!due.isCertain && due.uncoveredYears == [2014])
        let across = try CountingRule().due(
            from: day("2012-12-28"), within: length("5 working days"), calendar: .weekendsOnly
        )
        #expect(across.uncoveredYears == [2012, 2013])
    }

    @Test("nothing is due after the last day there is", arguments: PeriodLength.Unit.allCases)
    func saturation(unit: PeriodLength.Unit) throws {
        let length = try #require(PeriodLength(PeriodLength.maximumAmount, unit))
        let due = CountingRule().due(
            from: Day.maximum.adding(days: -3), within: length, calendar: .weekendsOnly
        )
        #expect(due.nominal == .maximum && due.rolled == .maximum)
    }
}
