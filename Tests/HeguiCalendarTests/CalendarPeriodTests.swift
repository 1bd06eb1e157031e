import HeguiCalendar
import Testing

@Suite("CalendarPeriod")
struct CalendarPeriodTests {
    @Test(
        "a period is read, written in two ways and has its days",
        arguments: [
            ("2013", "2013", "2013年", "2013-01-01", "2013-12-31"),
            ("2013年", "2013", "2013年", "2013-01-01", "2013-12-31"),
            ("2013年度", "2013", "2013年", "2013-01-01", "2013-12-31"),
            ("2013H1", "2013H1", "2013年上半年", "2013-01-01", "2013-06-30"),
            ("2013上半年", "2013H1", "2013年上半年", "2013-01-01", "2013-06-30"),
            ("2013 年 下半年", "2013H2", "2013年下半年", "2013-07-01", "2013-12-31"),
            ("2013年度上半年", "2013H1", "2013年上半年", "2013-01-01", "2013-06-30"),
            ("2013Q1", "2013Q1", "2013年第1季度", "2013-01-01", "2013-03-31"),
            ("2013年第4季度", "2013Q4", "2013年第4季度", "2013-10-01", "2013-12-31"),
            ("2013年二季度", "2013Q2", "2013年第2季度", "2013-04-01", "2013-06-30"),
            ("2013年第三季度", "2013Q3", "2013年第3季度", "2013-07-01", "2013-09-30"),
            ("2013-03", "2013-03", "2013年3月", "2013-03-01", "2013-03-31"),
            ("2012年2月", "2012-02", "2012年2月", "2012-02-01", "2012-02-29"),
            ("2013年03月份", "2013-03", "2013年3月", "2013-03-01", "2013-03-31"),
            ("2013年十二月", "2013-12", "2013年12月", "2013-12-01", "2013-12-31"),
        ])
    func readAndWritten(
        text: String, short: String, chinese: String, start: String, end: String
    ) throws {
        let period = try #require(CalendarPeriod(text))
        #expect(period.description == short)
        #expect(period.chineseDescription == chinese)
        #expect(period.start == (try day(start)))
        #expect(period.end == (try day(end)))
        #expect(CalendarPeriod(short) == period)
        #expect(CalendarPeriod(chinese) == period)
        #expect(CalendarPeriod(containing: period.end, unit: period.unit) == period)
        #expect(period.contains(period.start) && period.contains(period.end))
        #expect(!period.contains(period.end.adding(days: 1)))
    }

    @Test("a part without its year needs one")
    func partOfYear() {
        #expect(CalendarPeriod("上半年") == nil)
        #expect(CalendarPeriod("上半年", year: 2013)?.description == "2013H1")
        #expect(CalendarPeriod("第3季度", year: 2013)?.description == "2013Q3")
        #expect(CalendarPeriod("Q3", year: 2013)?.description == "2013Q3")
        #expect(CalendarPeriod("3月", year: 2013)?.description == "2013-03")
        #expect(CalendarPeriod("2012年上半年", year: 2013)?.description == "2012H1")
    }

    @Test(
        "text that is no period is nil",
        arguments: [
            "", "年", "13年上半年", "2013H3", "2013Q5", "2013Q0", "2013-13", "2013-3", "0000",
            "2013年中", "2013年第季度", "20131", "2013-01-10", "全年",
        ])
    func badText(text: String) {
        #expect(CalendarPeriod(text) == nil)
    }

    @Test("the parts of a period follow each other and fill it", arguments: CalendarUnit.allCases)
    func parts(unit: CalendarUnit) throws {
        for part in CalendarUnit.allCases {
            let whole = try #require(CalendarPeriod(year: 2012, unit: unit))
            let parts = whole.subperiods(of: part)
            #expect(parts.count == unit.months / part.months)
            if unit.months < part.months { continue }
            #expect(parts.first?.start == whole.start)
            #expect(parts.last?.end == whole.end)
            for (left, right) in zip(parts, parts.dropFirst()) {
                #expect(left.end.adding(days: 1) == right.start)
                #expect(left.next == right && right.previous == left && left < right)
            }
        }
    }

    @Test("nothing follows the last year or precedes the first")
    func limits() {
        #expect(CalendarPeriod(containing: .maximum, unit: .quarter).next == nil)
        #expect(CalendarPeriod(containing: .minimum, unit: .year).previous == nil)
        #expect(CalendarPeriod(containing: .maximum, unit: .year).end == .maximum)
        #expect(CalendarPeriod(year: 2013, unit: .half, ordinal: 3) == nil)
        #expect(CalendarPeriod(year: 2013, unit: .half, ordinal: 0) == nil)
    }

    @Test(
        "the period some units before or after a day's own is counted from it",
        arguments: [
            ("2013-01-31", CalendarUnit.month, 0, "2013-01"), ("2013-01-31", .month, 1, "2013-02"),
            ("2013-01-31", .month, -1, "2012-12"), ("2012-02-29", .month, 12, "2013-02"),
            ("2012-02-29", .month, -12, "2011-02"), ("2013-12-31", .month, 1, "2014-01"),
            ("2013-03-31", .quarter, 0, "2013Q1"), ("2013-04-01", .quarter, 0, "2013Q2"),
            ("2013-03-31", .quarter, -1, "2012Q4"), ("2013-12-31", .quarter, 1, "2014Q1"),
            ("2013-10-01", .quarter, -4, "2012Q4"), ("2013-06-30", .half, 0, "2013H1"),
            ("2013-07-01", .half, 0, "2013H2"), ("2013-06-30", .half, -1, "2012H2"),
            ("2013-07-01", .half, 1, "2014H1"), ("2012-12-31", .year, 0, "2012"),
            ("2012-12-31", .year, 1, "2013"), ("2013-01-01", .year, -1, "2012"),
            ("2012-02-29", .year, -3, "2009"), ("2012-02-29", .year, 3, "2015"),
        ])
    func offset(text: String, unit: CalendarUnit, offset: Int, expected: String) throws {
        let period = CalendarPeriod(containing: try day(text), unit: unit, offset: offset)
        #expect(period.description == expected)
        #expect(period.unit == unit)
    }

    @Test("an offset is as many steps of next or previous", arguments: CalendarUnit.allCases)
    func offsetSteps(unit: CalendarUnit) throws {
        let leapDay = try day("2012-02-29")
        var later = CalendarPeriod(containing: leapDay, unit: unit)
        var earlier = later
        for steps in 0...15 {
            #expect(CalendarPeriod(containing: leapDay, unit: unit, offset: steps) == later)
            #expect(CalendarPeriod(containing: leapDay, unit: unit, offset: -steps) == earlier)
            let months = steps * unit.months
            let place = later.year * 12 + (later.ordinal - 1) * unit.months
            let back = earlier.year * 12 + (earlier.ordinal - 1) * unit.months
            #expect(place == 2012 * 12 + 1 / unit.months * unit.months + months, "\(later)")
            #expect(back == 2012 * 12 + 1 / unit.months * unit.months - months, "\(earlier)")
            later = try #require(later.next)
            earlier = try #require(earlier.previous)
        }
    }

    @Test("an offset beyond the calendar gives its first or last period")
    func offsetLimits() throws {
        for unit in CalendarUnit.allCases {
            let last = CalendarPeriod(containing: .maximum, unit: unit, offset: .max)
            #expect(last == CalendarPeriod(containing: .maximum, unit: unit))
            let first = CalendarPeriod(containing: .minimum, unit: unit, offset: .min)
            #expect(first == CalendarPeriod(containing: .minimum, unit: unit))
        }
    }

    @Test(
        "a day lies in one period of each unit, which knows its number and days",
        arguments: [
            ("2013-01-01", 1, 1, 1), ("2013-03-31", 1, 1, 3), ("2013-04-01", 1, 2, 4),
            ("2013-06-30", 1, 2, 6), ("2013-07-01", 2, 3, 7), ("2013-09-30", 2, 3, 9),
            ("2013-10-01", 2, 4, 10), ("2012-02-29", 1, 1, 2), ("2012-12-31", 2, 4, 12),
        ])
    func ordinals(text: String, half: Int, quarter: Int, month: Int) throws {
        let day = try day(text)
        let ordinals: [CalendarUnit: Int] = [
            .year: 1, .half: half, .quarter: quarter, .month: month,
        ]
        for unit in CalendarUnit.allCases {
            let period = CalendarPeriod(containing: day, unit: unit)
            #expect(period.ordinal == ordinals[unit] && period.year == day.year, "\(unit)")
            #expect(period.contains(day), "\(unit)")
            #expect(!period.contains(period.start.adding(days: -1)), "\(unit)")
            #expect(period.days.first == period.start && period.days.last == period.end)
            #expect(period.days.count == period.start.days(until: period.end) + 1)
        }
    }

    @Test("of two periods that begin together the shorter one comes first")
    func order() throws {
        let texts = [
            "2012-12", "2013-01", "2013Q1", "2013H1", "2013", "2013-02", "2013Q2", "2013H2",
        ]
        let periods = try texts.map { try #require(CalendarPeriod($0)) }
        #expect(periods.reversed().sorted() == periods)
    }
}
