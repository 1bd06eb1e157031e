import HeguiCalendar
import HeguiTestSupport
import Testing

@Suite("Day")
struct DayTests {
    @Test("every day of a 400-year cycle agrees with stepping day by day")
    func wholeCycle() throws {
        var stepped = SteppedDay(year: 1970, month: 1, day: 1)
        for number in Int32(0)..<146_097 {
            let day = Day(number: number)
            let civil = SteppedDay(year: day.year, month: day.month, day: day.day)
            guard civil == stepped, Day(year: civil.year, month: civil.month, day: civil.day) == day
            else {
                Issue.record("day \(number) is \(civil), stepping says \(stepped)")
                return
            }
            stepped.step()
        }
        #expect(stepped == SteppedDay(year: 2370, month: 1, day: 1))
    }

    @Test("every year begins the day after the year before ended")
    func yearBoundaries() throws {
        var expected = Day.minimum
        for year in 1...9999 {
            let first = try #require(Day(year: year, month: 1, day: 1))
            let last = try #require(Day(year: year, month: 12, day: 31))
            #expect(first == expected && first.year == year && last.year == year)
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            #expect(first.days(until: last) == (leap ? 365 : 364))
            expected = last.adding(days: 1)
        }
        #expect(expected == .maximum)
    }

    @Test(
        "a known day has its number and weekday",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
            ("2000-02-29", 11_016, .tuesday), ("2013-01-04", 15_709, .friday),
            ("2013-02-10", 15_746, .sunday), ("2024-02-29", 19_782, .thursday),
            ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
        ])
    func knownDays(text: String, number: Int32, weekday: Weekday) throws {
        let day = try day(text)
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    @Test(
        "a day that does not exist is nil",
        arguments: [
            (2013, 2, 29), (1900, 2, 29), (2013, 4, 31), (2013, 13, 1), (2013, 0, 1), (2013, 1, 0),
            (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (2013, Int.min, 1),
            (2013, 1, Int.max),
        ])
    func impossibleDays(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(
        "text that is not exactly an ISO day is nil",
        arguments: [
            "", "2013-1-10", "2013-01-1", "2013/01/10", "20130110", "2013-01-10 ", " 2013-01-10",
            "2013-01-10T00:00", "2013-02-29", "+013-01-10", "2013-+1-10", "２０１３-01-10", "2013-01",
            "2013-01-100", "-2013-01-1", "٢٠١٣-01-10",
        ])
    func badText(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("arithmetic past the first or last year stops there")
    func saturation() throws {
        let day = try day("2013-01-31")
        #expect(day.adding(days: .max) == .maximum)
        #expect(day.adding(days: .min) == .minimum)
        #expect(day.adding(months: .max) == .maximum)
        #expect(day.adding(months: .min) == .minimum)
        #expect(Day(number: .max) == .maximum)
        #expect(Day(number: .min) == .minimum)
        #expect(Day.maximum.adding(days: 1) == .maximum)
        #expect(Day.minimum.adding(months: -1) == .minimum)
    }

    @Test("months added agree with stepping day by day", arguments: 1...20 as ClosedRange<UInt64>)
    func addedMonths(seed: UInt64) throws {
        var generator = SeededNumbers(seed: seed)
        for _ in 0..<25 {
            let start = Day(number: Int32.random(in: -30_000...60_000, using: &generator))
            let months = Int.random(in: 0...30, using: &generator)
            var stepped = SteppedDay(year: start.year, month: start.month, day: start.day)
            var passed = 0
            var days = 0
            // Walks on until the wanted month shows the wanted day, or ends without it.
            while passed < months
                || (stepped.day < start.day && stepped.day < stepped.lengthOfMonth)
            {
                stepped.step()
                days += 1
                if stepped.day == 1 { passed += 1 }
            }
            #expect(
                start.adding(months: months) == start.adding(days: days), "\(start) + \(months)")
        }
    }

    @Test("a step of several months counts from the first day, not month by month")
    func stepsDoNotStick() throws {
        let last = try day("2013-01-31")
        #expect(last.adding(months: 1) == (try day("2013-02-28")))
        #expect(last.adding(months: 2) == (try day("2013-03-31")))
        #expect(last.adding(months: -2) == (try day("2012-11-30")))
        #expect((try day("2013-02-28")).adding(months: 1) == (try day("2013-03-28")))
    }
}
