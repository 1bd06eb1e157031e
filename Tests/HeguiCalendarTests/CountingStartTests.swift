import HeguiCalendar
import HeguiTestSupport
import Testing

@Suite("Counting backwards")
struct CountingStartTests {
    /// A last day, a length, and the day from which it is counted: the event not counted, and the
    /// event as the first day.
    static let starts = [
        ("2013-02-04", "1 month", "2013-01-04", "2013-01-05"),
        ("2013-01-31", "1 month", "2012-12-31", "2013-01-01"),
        ("2013-02-28", "1 month", "2013-01-28", "2013-02-01"),
        ("2012-02-29", "1 month", "2012-01-29", "2012-02-01"),
        ("2012-02-28", "1 month", "2012-01-28", "2012-01-29"),
        ("2013-03-30", "1 month", "2013-02-28", "2013-02-28"),
        ("2013-03-31", "1 month", "2013-02-28", "2013-03-01"),
        ("2012-03-31", "1 month", "2012-02-29", "2012-03-01"),
        ("2013-04-30", "1 month", "2013-03-30", "2013-04-01"),
        ("2013-01-30", "2 months", "2012-11-30", "2012-11-30"),
        ("2013-01-31", "2 months", "2012-11-30", "2012-12-01"),
        ("2013-08-31", "6 months", "2013-02-28", "2013-03-01"),
        ("2014-06-17", "1 year", "2013-06-17", "2013-06-18"),
        ("2013-12-31", "1 year", "2012-12-31", "2013-01-01"),
        ("2012-02-28", "1 year", "2011-02-28", "2011-02-28"),
        ("2012-02-29", "1 year", "2011-02-28", "2011-03-01"),
        ("2013-02-28", "1 year", "2012-02-28", "2012-03-01"),
        ("2016-02-29", "4 years", "2012-02-29", "2012-03-01"),
        ("2013-01-01", "1 day", "2012-12-31", "2013-01-01"),
        ("2013-03-01", "30 days", "2013-01-30", "2013-01-31"),
        ("2012-03-01", "30 days", "2012-01-31", "2012-02-01"),
        ("2013-01-07", "1 week", "2012-12-31", "2013-01-01"),
        ("2013-02-18", "3 working days", "2013-02-15", "2013-02-16"),
        ("2013-01-16", "10 working days", "2013-01-04", "2013-01-05"),
        ("2013-02-28", "0 days", "2013-02-28", "2013-02-28"),
        ("2013-02-28", "0 months", "2013-02-28", "2013-02-28"),
    ]

    @Test("the first day is found from the last", arguments: starts)
    func start(last: String, text: String, afterEvent: String, withEvent: String) throws {
        let (last, length) = (try day(last), try length(text))
        for (start, expected) in [
            (CountingRule.Start.nextDay, afterEvent), (.sameDay, withEvent),
        ] {
            for roll in CountingRule.Roll.allCases {
                let found = CountingRule(start: start, roll: roll)
                    .start(of: length, until: last, calendar: SampleCalendar.china)
                #expect(found == (try day(expected)), "\(start) \(roll)")
            }
        }
    }

    @Test(
        "months of thirty days and years of 365 are counted back as days",
        arguments: [
            ("2013-03-31", "1 month", "2013-03-01", "2013-03-02"),
            ("2012-03-01", "2 months", "2012-01-01", "2012-01-02"),
            ("2012-12-31", "1 year", "2012-01-01", "2012-01-02"),
        ])
    func fixedDays(last: String, text: String, afterEvent: String, withEvent: String) throws {
        let (last, length) = (try day(last), try length(text))
        let calendar = WorkingCalendar.weekendsOnly
        let plain = CountingRule(end: .fixedDays).start(of: length, until: last, calendar: calendar)
        #expect(plain == (try day(afterEvent)))
        let counted = CountingRule(start: .sameDay, end: .fixedDays)
            .start(of: length, until: last, calendar: calendar)
        #expect(counted == (try day(withEvent)))
    }

    @Test("stepping back day by day agrees", arguments: 1...40 as ClosedRange<UInt64>)
    func stepped(seed: UInt64) throws {
        var generator = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let last = Day(number: Int32.random(in: 15_000...17_000, using: &generator))
            let rule = CountingRule(
                start: try #require(CountingRule.Start.allCases.randomElement(using: &generator)),
                end: try #require(CountingRule.End.allCases.randomElement(using: &generator)))
            let unit = try #require(PeriodLength.Unit.allCases.randomElement(using: &generator))
            let amount = Int.random(in: 1...(unit == .years ? 4 : 40), using: &generator)
            let length = try #require(PeriodLength(amount, unit))
            let found = rule.start(of: length, until: last, calendar: SampleCalendar.china)
            #expect(
                found == steppedStart(of: length, until: last, rule),
                "\(length) to \(last): \(rule)")
        }
    }

    @Test("what is counted back and forth again ends on the day it came from")
    func mirror() throws {
        let last = try day("2013-05-17")
        for unit in PeriodLength.Unit.allCases {
            for start in CountingRule.Start.allCases {
                for end in CountingRule.End.allCases {
                    let rule = CountingRule(start: start, end: end, roll: .none)
                    let length = try #require(PeriodLength(3, unit))
                    let first = rule.start(of: length, until: last, calendar: SampleCalendar.china)
                    #expect(first < last, "\(length) \(rule)")
                    let due = rule.due(from: first, within: length, calendar: SampleCalendar.china)
                    #expect(due.nominal == last, "\(length) \(rule)")
                }
            }
        }
    }

    @Test("nothing begins before the first day there is", arguments: PeriodLength.Unit.allCases)
    func saturation(unit: PeriodLength.Unit) throws {
        let length = try #require(PeriodLength(PeriodLength.maximumAmount, unit))
        for start in CountingRule.Start.allCases {
            let first = CountingRule(start: start)
                .start(of: length, until: Day.minimum.adding(days: 3), calendar: .weekendsOnly)
            #expect(first == .minimum, "\(start)")
        }
    }

    /// The day before which all that the length counts lies, by the calendar's own numbers.
    private func steppedStart(of length: PeriodLength, until last: Day, _ rule: CountingRule) -> Day
    {
        let counted = rule.start == .sameDay
        switch (length.unit, rule.end) {
        case (.workingDays, _):
            var (day, left) = (last.adding(days: 1), length.amount)
            while left > 0 {
                day = day.adding(days: -1)
                if SampleCalendar.china.isWorkday(day) { left -= 1 }
            }
            return counted ? day : day.adding(days: -1)
        case (.months, .correspondingDay), (.years, .correspondingDay):
            let from = counted ? last.adding(days: 1) : last
            let months = length.amount * (length.unit == .years ? 12 : 1)
            let index = from.year * 12 + from.month - 1 - months
            var target = SteppedDay(year: index / 12, month: index % 12 + 1, day: 1)
            target.day = min(from.day, target.lengthOfMonth)
            return Day(year: target.year, month: target.month, day: target.day) ?? .minimum
        default:
            let days: [PeriodLength.Unit: Int] = [.days: 1, .weeks: 7, .months: 30, .years: 365]
            let back = length.amount * (days[length.unit] ?? 0)
            return last.adding(days: counted ? 1 - back : -back)
        }
    }
}
