import HeguiCalendar
import Testing

@Suite("Month and DayRange")
struct MonthTests {
    @Test(
        "a month knows its days",
        arguments: [
            ("2013-01", "2013-01-01", "2013-01-31"), ("2013-02", "2013-02-01", "2013-02-28"),
            ("2012-02", "2012-02-01", "2012-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
            ("9999-12", "9999-12-01", "9999-12-31"), ("0001-01", "0001-01-01", "0001-01-31"),
        ])
    func days(text: String, first: String, last: String) throws {
        let month = try #require(Month(text))
        #expect(month.days.first == (try day(first)))
        #expect(month.days.last == (try day(last)))
        #expect(month.days.count == month.length)
        #expect(month.description == text)
        #expect(month.days.description == text)
        #expect(Month(containing: month.days.last) == month)
    }

    @Test(
        "text that is not exactly an ISO month is nil",
        arguments: [
            "", "2013", "2013-1", "2013-13", "2013-00", "0000-01", "201301", "2013-01-01",
            "2013-01 ",
            "+201-01",
        ])
    func badText(text: String) {
        #expect(Month(text) == nil)
    }

    @Test("months count across years and end with the last year")
    func adding() throws {
        let month = try #require(Month("2013-01"))
        #expect(month.adding(months: 12)?.description == "2014-01")
        #expect(month.adding(months: -1)?.description == "2012-12")
        #expect(month.adding(months: .max) == nil)
        #expect(month.adding(months: .min) == nil)
        #expect(Month("9999-12")?.adding(months: 1) == nil)
        #expect(Month("0001-01")?.adding(months: -1) == nil)
    }

    @Test("ranges contain, meet and cut each other with both ends included")
    func ranges() throws {
        let first = try day("2013-01-10")
        let range = try #require(DayRange(first: first, last: day("2013-02-09")))
        let touching = try #require(DayRange(first: day("2013-02-09"), last: day("2013-02-20")))
        let apart = try #require(Month("2013-03")).days
        #expect(range.contains(first) && range.contains(range.last))
        #expect(!range.contains(first.adding(days: -1)) && !range.contains(touching.last))
        #expect(range.intersects(touching) && touching.intersects(range))
        #expect(!range.intersects(apart) && !apart.intersects(range))
        #expect(range.intersection(touching)?.day == touching.first)
        #expect(range.intersection(apart) == nil)
        #expect(range.contains(DayRange(first)) && !range.contains(touching))
        #expect(range.day == nil && !range.isOneDay && DayRange(first).day == first)
        #expect(range.description == "2013-01-10..2013-02-09")
        #expect(DayRange(first).description == "2013-01-10")
        #expect(DayRange(first: range.last, last: first) == nil)
    }
}
