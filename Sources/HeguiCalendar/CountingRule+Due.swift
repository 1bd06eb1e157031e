extension CountingRule {
    /// Returns the last day of `length` counted from an event on `day`.
    ///
    /// Working days count forwards over the calendar's working days; all other units count every
    /// day. A length of zero ends on `day` itself. Results stop at ``Day/maximum``.
    ///
    /// - Complexity: O(*n*) in the number of days for working days, else constant but for the
    ///   days off that follow the end.
    public func due(
        from day: Day, within length: PeriodLength, calendar: WorkingCalendar
    ) -> DueDay {
        var lookup = Lookup(calendar: calendar)
        let nominal = lastDay(of: length, from: day, lookup: &lookup)
        let rolled = rolled(nominal, lookup: &lookup)
        return DueDay(
            nominal: nominal, rolled: rolled, uncoveredYears: lookup.uncoveredYears.sorted()
        )
    }

    /// Returns the day to which `day`, a last day fixed by a rule, moves if it is a day off.
    public func due(on day: Day, calendar: WorkingCalendar) -> DueDay {
        var lookup = Lookup(calendar: calendar)
        let rolled = rolled(day, lookup: &lookup)
        return DueDay(
            nominal: day, rolled: rolled, uncoveredYears: lookup.uncoveredYears.sorted()
        )
    }

    private func lastDay(of length: PeriodLength, from day: Day, lookup: inout Lookup) -> Day {
        guard length.amount > 0 else { return day }
        let count = length.amount
        return switch (length.unit, end) {
        case (.days, _): lastDay(ofDays: count, from: day)
        case (.workingDays, _): lastDay(ofWorkingDays: count, from: day, lookup: &lookup)
        case (.weeks, _): lastDay(ofDays: count * 7, from: day)
        case (.months, .fixedDays): lastDay(ofDays: count * 30, from: day)
        case (.months, .correspondingDay): lastDay(ofMonths: count, from: day)
        case (.years, .fixedDays): lastDay(ofDays: count * 365, from: day)
        case (.years, .correspondingDay): lastDay(ofMonths: count * 12, from: day)
        }
    }

    private func lastDay(ofMonths count: Int, from day: Day) -> Day {
        let last = day.adding(months: count)
        // A month from the 31st counted with its first day fills February, whose last day is
        // not the corresponding day and so is not one too many.
        let hasCorrespondingDay = last.day == day.day
        return start == .sameDay && hasCorrespondingDay ? last.adding(days: -1) : last
    }

    private func lastDay(ofDays count: Int, from day: Day) -> Day {
        day.adding(days: start == .sameDay ? count - 1 : count)
    }

    private func lastDay(
        ofWorkingDays count: Int, from day: Day, lookup: inout Lookup
    ) -> Day {
        var current = start == .sameDay ? day : day.adding(days: 1)
        var left = count
        while current < .maximum {
            if lookup.kind(of: current).isWorkday {
                left -= 1
                if left == 0 { break }
            }
            current = current.adding(days: 1)
        }
        return current
    }

    private func rolled(_ day: Day, lookup: inout Lookup) -> Day {
        var current = day
        while current < .maximum, isDayOff(current, lookup: &lookup) {
            current = current.adding(days: 1)
        }
        return current
    }

    private func isDayOff(_ day: Day, lookup: inout Lookup) -> Bool {
        switch roll {
        case .nextWorkday: !lookup.kind(of: day).isWorkday
        case .nextNonStatutoryHoliday: lookup.kind(of: day).isStatutoryHoliday
        case .none: false
        }
    }

    /// Asks the calendar and remembers which years it could not answer for.
    private struct Lookup {
        let calendar: WorkingCalendar
        var uncoveredYears: Set<Int> = []

        mutating func kind(of day: Day) -> DayKind {
            let year = day.year
            if !calendar.covers(year) { uncoveredYears.insert(year) }
            return calendar.kind(of: day)
        }
    }
}

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
