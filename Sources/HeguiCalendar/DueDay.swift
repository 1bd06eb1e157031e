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
