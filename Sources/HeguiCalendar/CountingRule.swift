/// How a period is counted from the day of an event to the day on which it ends.
///
/// The default is the civil law's: the day of the event is not counted, a period of months or
/// years ends on the corresponding day or the last day of the month, and an end on a day off
/// moves to the next working day (民法典 arts 200–203; for 2013 民法通则 art. 154 and 民通意见 198).
public struct CountingRule: Hashable, Sendable {
    /// The day from which counting runs; the raw value is its name in rules.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        /// The day after the event is the first day.
        case nextDay = "next-day"

        /// The day of the event is itself the first day, so that a year ends one day before the
        /// anniversary, as a probation year does.
        case sameDay = "same-day"
    }

    /// How months and years end; the raw value is its name in rules.
    public enum End: String, Hashable, Sendable, CaseIterable {
        /// On the day with the same number, or the last of the month where it has none.
        case correspondingDay = "corresponding-day"

        /// After 30 days for a month and 365 for a year.
        case fixedDays = "fixed-days"
    }

    /// What happens to an end on a day off; the raw value is its name in rules.
    public enum Roll: String, Hashable, Sendable, CaseIterable {
        /// It moves to the next day on which people work, swapped working days among them.
        case nextWorkday = "next-workday"

        /// It moves past the holidays that the law itself names and no others: not past
        /// weekends, nor past rest days that were joined to a holiday.
        case nextNonStatutoryHoliday = "next-non-statutory-holiday"

        /// It stays.
        case none
    }

    /// The day from which counting runs.
    public var start: Start

    /// How months and years end.
    public var end: End

    /// What happens to an end on a day off.
    public var roll: Roll

    /// Returns the rule with the given choices, each the civil law's unless stated.
    public init(
        start: Start = .nextDay, end: End = .correspondingDay, roll: Roll = .nextWorkday
    ) {
        self.start = start
        self.end = end
        self.roll = roll
    }
}

/// The last day on which something may be done in time, before and after rest days are regarded.
public struct DueDay: Hashable, Sendable {
    /// The last day of the period as counted.
    public let nominal: Day

    /// The last day in time: the nominal one or, where that is a day off, the day to which the
    /// counting rule moves it.
    public let rolled: Day

    /// The years whose holidays were needed and that the calendar does not cover, in order.
    public let uncoveredYears: [Int]

    /// Whether the calendar covers every day that was looked at; where it does not, weekends
    /// alone were regarded, and a report must say so.
    public var isCertain: Bool { uncoveredYears.isEmpty }
}
