extension CountingRule {
    /// Returns the day from which `length` is counted so that it ends on `day`, unrolled: the
    /// mirror of ``due(from:within:calendar:)``. Results stop at ``Day/minimum``.
    ///
    /// Where the earlier month lacks the day, the answer is its last day: a month before 31 March
    /// is 28 February.
    ///
    /// - Complexity: O(*n*) in the number of days for working days, else constant.
    public func start(of length: PeriodLength, until day: Day, calendar: WorkingCalendar) -> Day {
        guard length.amount > 0 else { return day }
        let count = length.amount
        return switch (length.unit, end) {
        case (.days, _): firstDay(ofDays: count, until: day)
        case (.workingDays, _): firstDay(ofWorkingDays: count, until: day, calendar)
        case (.weeks, _): firstDay(ofDays: count * 7, until: day)
        case (.months, .fixedDays): firstDay(ofDays: count * 30, until: day)
        case (.months, .correspondingDay): firstDay(ofMonths: count, until: day)
        case (.years, .fixedDays): firstDay(ofDays: count * 365, until: day)
        case (.years, .correspondingDay): firstDay(ofMonths: count * 12, until: day)
        }
    }

    private func firstDay(ofMonths count: Int, until day: Day) -> Day {
        start == .sameDay
            ? day.adding(days: 1).adding(months: -count) : day.adding(months: -count)
    }

    private func firstDay(ofDays count: Int, until day: Day) -> Day {
        day.adding(days: start == .sameDay ? 1 - count : -count)
    }

    private func firstDay(
        ofWorkingDays count: Int, until day: Day, _ calendar: WorkingCalendar
    ) -> Day {
        var current = day
        var left = count
        while current > .minimum {
            if calendar.kind(of: current).isWorkday {
                left -= 1
                if left == 0 { break }
            }
            current = current.adding(days: -1)
        }
        return start == .sameDay ? current : current.adding(days: -1)
    }
}
