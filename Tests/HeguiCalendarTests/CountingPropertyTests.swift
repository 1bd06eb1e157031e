import HeguiCalendar
import HeguiTestSupport
import Testing

@Suite("Counting, held against stepping day by day")
struct CountingPropertyTests {
    @Test("any period ends where stepping ends", arguments: 1...40 as ClosedRange<UInt64>)
    func due(seed: UInt64) throws {
        var generator = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let from = Day(number: Int32.random(in: 15_000...17_000, using: &generator))
            let unit = try #require(PeriodLength.Unit.allCases.randomElement(using: &generator))
            let amount = Int.random(in: 1...(unit == .years ? 4 : 40), using: &generator)
            let rule = CountingRule(
                start: try #require(CountingRule.Start.allCases.randomElement(using: &generator)),
                end: try #require(CountingRule.End.allCases.randomElement(using: &generator)),
                roll: try #require(CountingRule.Roll.allCases.randomElement(using: &generator))
            )
            let calendar = calendar(around: from, generator: &generator)
            let length = try #require(PeriodLength(amount, unit))
            let due = rule.due(from: from, within: length, calendar: calendar)
            let nominal = steppedEnd(of: length, from: from, rule: rule, calendar: calendar)
            #expect(due.nominal == nominal, "\(from) within \(length) by \(rule)")
            var rolled = nominal
            while isOff(rolled, rule.roll, calendar) { rolled = rolled.adding(days: 1) }
            #expect(due.rolled == rolled, "\(from) within \(length) by \(rule)")
        }
    }

    /// A calendar of days off and worked days thrown at random over four years.
    private func calendar(around day: Day, generator: inout SeededNumbers) -> WorkingCalendar {
        var off: [Day] = []
        var statutory: [Day] = []
        var worked: [Day] = []
        for offset in 0..<1_500 {
            let day = day.adding(days: offset)
            let chance = Int.random(in: 0..<20, using: &generator)
            if chance < 2 { off.append(day) }
            if chance == 0 { statutory.append(day) }
            if chance == 5, day.weekday.isWeekend { worked.append(day) }
        }
        let holiday = Holiday(
            name: Holiday.Name(zh: "假", en: "off"), days: off.map { DayRange($0) },
            statutory: statutory
        )
        let source = CalendarSource(title: "random")
        return WorkingCalendar(years: [
            CalendarYear(year: day.year, source: source, holidays: [holiday], workdays: worked)
        ])
    }

    private func isOff(
        _ day: Day, _ roll: CountingRule.Roll, _ calendar: WorkingCalendar
    ) -> Bool {
        switch (roll, calendar.kind(of: day)) {
        case (.none, _): false
        case (.nextWorkday, let kind): kind != .workday && kind != .swappedWorkday
        case (_, .holiday(_, let isStatutory)): isStatutory
        default: false
        }
    }

    /// Walks from the event day by day, crossing off what the length counts.
    private func steppedEnd(
        of length: PeriodLength, from: Day, rule: CountingRule, calendar: WorkingCalendar
    ) -> Day {
        var civil = SteppedDay(year: from.year, month: from.month, day: from.day)
        var steps = 0
        var left = length.amount
        switch (length.unit, rule.end) {
        case (.workingDays, _):
            if rule.start == .sameDay, calendar.isWorkday(from) { left -= 1 }
            while left > 0 {
                steps += 1
                if calendar.isWorkday(from.adding(days: steps)) { left -= 1 }
            }
            return from.adding(days: steps)
        case (.months, .correspondingDay), (.years, .correspondingDay):
            if length.unit == .years { left *= 12 }
            while left > 0 || (civil.day < from.day && civil.day < civil.lengthOfMonth) {
                civil.step()
                steps += 1
                if civil.day == 1 { left -= 1 }
            }
            let isFull = civil.day == from.day
            return from.adding(days: rule.start == .sameDay && isFull ? steps - 1 : steps)
        default:
            let days: [PeriodLength.Unit: Int] = [.days: 1, .weeks: 7, .months: 30, .years: 365]
            for _ in 0..<left { steps += days[length.unit] ?? 0 }
            return from.adding(days: rule.start == .sameDay ? steps - 1 : steps)
        }
    }
}
