import HeguiCalendar
import HeguiDiagnostics

/// Checks that the days of a calendar are where they can be (R0005): one that is mistyped moves due
/// days of every rule.
struct CalendarChecker {
    let context: LoadContext
    private var years: [Int: Span] = [:]
    private var current: Int?
    private var days: [Day: Span] = [:]

    init(context: LoadContext) {
        self.context = context
    }

    /// What is noted from here on is of `year`.
    mutating func begin(_ year: Int, at span: Span) {
        if let first = years[year] {
            context.report(.declaredTwice(String(year), at: span, first: first))
        } else if let last = current, year != last + 1 {
            context.report(.yearMissing(last + 1, before: year, at: span))
        }
        years[year] = span
        current = year
    }

    /// Notes the days off of a holiday.
    mutating func note(
        holiday range: DayRange, statutory: [(day: Day, span: Span)], at span: Span
    ) {
        checkYear(range.first, at: span)
        if range.count <= Self.longest {
            for number in 0..<range.count {
                note(range.first.adding(days: number), at: span)
            }
        }
        for (day, span) in statutory where !range.contains(day) {
            context.report(.statutoryOutsideHoliday(day, at: span))
        }
    }

    /// Notes a day on which people work in exchange for a day off.
    mutating func note(workday day: Day, at span: Span) {
        checkYear(day, at: span)
        if !day.weekday.isWeekend { context.report(.workdayOnWeekday(day, at: span)) }
        note(day, at: span)
    }

    /// No holiday is longer; days of one that is are not told apart.
    private static let longest = 366

    private mutating func note(_ day: Day, at span: Span) {
        if let first = days[day] {
            context.report(.calendarDayTwice(day, at: span, first: first))
        } else {
            days[day] = span
        }
    }

    /// A notice reaches into the months beside its year, but not further.
    private func checkYear(_ day: Day, at span: Span) {
        guard let year = current, let first = Day(year: year - 1, month: 12, day: 1),
            let last = Day(year: year + 1, month: 1, day: 31), day < first || day > last
        else { return }
        context.report(.holidayOutsideYear(day, of: year, at: span))
    }
}
