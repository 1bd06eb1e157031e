/// A day of the week; its raw value counts from Monday, as ISO 8601 and Chinese do.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
