/// A whole calendar year, half-year, quarter or month.
public struct CalendarPeriod: Hashable, Sendable {
    /// What the period is.
    public let unit: CalendarUnit

    /// The month in which the period begins.
    let firstMonth: Month

    /// Returns the `unit` in which `day` lies.
    public init(containing day: Day, unit: CalendarUnit) {
        let month = Month(containing: day)
        let index = (month.month - 1) / unit.months
        self.unit = unit
        firstMonth = month.adding(months: index * unit.months + 1 - month.month) ?? month
    }

    /// Returns the `unit` that lies `offset` units after the one of `day`, before it where negative.
    ///
    /// It is the first or last one there is where the calendar does not reach as far.
    public init(containing day: Day, unit: CalendarUnit, offset: Int) {
        var period = CalendarPeriod(containing: day, unit: unit)
        for _ in 0..<offset.magnitude {
            guard let next = offset < 0 ? period.previous : period.next else { break }
            period = next
        }
        self = period
    }

    /// Returns the year, the first half-year and so on, or nil where there is none: a year
    /// outside 1 to 9999, a third half-year. `ordinal` counts from 1 within the year.
    public init?(year: Int, unit: CalendarUnit, ordinal: Int = 1) {
        guard (1...(12 / unit.months)).contains(ordinal),
            let month = Month(year: year, month: (ordinal - 1) * unit.months + 1)
        else { return nil }
        self.unit = unit
        firstMonth = month
    }

    /// The first day.
    public var start: Day { firstMonth.days.first }

    /// The last day, which belongs to the period.
    public var end: Day {
        (firstMonth.adding(months: unit.months - 1) ?? firstMonth).days.last
    }

    /// All days of the period.
    public var days: DayRange { DayRange(first: start, count: start.days(until: end) + 1) }

    /// The calendar year in which the period lies.
    public var year: Int { firstMonth.year }

    /// Which of the year's units it is, counted from 1.
    public var ordinal: Int { (firstMonth.month - 1) / unit.months + 1 }

    /// Returns whether `day` lies in the period.
    public func contains(_ day: Day) -> Bool {
        days.contains(day)
    }

    /// The period of the same unit that follows, or nil after year 9999.
    public var next: CalendarPeriod? {
        firstMonth.adding(months: unit.months).map {
            CalendarPeriod(containing: $0.days.first, unit: unit)
        }
    }

    /// The period of the same unit that comes before, or nil before year 1.
    public var previous: CalendarPeriod? {
        firstMonth.adding(months: -unit.months).map {
            CalendarPeriod(containing: $0.days.first, unit: unit)
        }
    }

    /// Returns the units of the given kind that make up the period, in order: a year's four
    /// quarters; the period itself for its own unit; none for a longer unit.
    public func subperiods(of part: CalendarUnit) -> [CalendarPeriod] {
        stride(from: 0, to: unit.months / part.months * part.months, by: part.months).compactMap {
            firstMonth.adding(months: $0).map {
                CalendarPeriod(containing: $0.days.first, unit: part)
            }
        }
    }
}

extension CalendarPeriod: Comparable {
    /// Returns whether `left` begins earlier than `right`, or begins with it and is shorter.
    public static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
        (left.firstMonth, left.unit.months) < (right.firstMonth, right.unit.months)
    }
}
