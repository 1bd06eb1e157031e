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
            guard let first = parts.first else { continue }
            #expect(first.start == whole.start)
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
}
