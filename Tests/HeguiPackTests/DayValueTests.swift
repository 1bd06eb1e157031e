import CEL
import HeguiCalendar
import Testing

@testable import HeguiPack

@Suite("days in expressions")
struct DayValueTests {
    @Test("a day fits where any value of a host is held, without memory of its own")
    func size() {
        #expect(MemoryLayout<DayValue>.size <= 3 * MemoryLayout<Int>.size)
    }

    @Test("a day of which only the month is known names its cell")
    func cause() throws {
        let month = Month(containing: try #require(Day(year: 2013, month: 5, day: 1)))
        let cause = UnknownCause(key: "members/1/hired_on")
        let vague = DayValue(month.days, cause: cause)
        #expect(vague.cause == cause)
        guard case .unknown(let unknown) = vague.isEqual(to: DayValue(month.days.last)) else {
            Issue.record("the days of a month may be any of them")
            return
        }
        #expect(unknown.causes == [cause])
    }
}
