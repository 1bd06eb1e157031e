/// What a day is to people who work from Monday to Friday.
public enum DayKind: Hashable, Sendable {
    /// A Monday to Friday without a holiday.
    case workday

    /// A Saturday or Sunday that no holiday takes in and that is not worked.
    case restDay

    /// A day off of a holiday; `isStatutory` where the law itself names the day.
    case holiday(Holiday.Name, isStatutory: Bool)

    /// A Saturday or Sunday that is worked in exchange for a day off.
    case swappedWorkday

    /// Whether people work on the day.
    public var isWorkday: Bool { self == .workday || self == .swappedWorkday }

    /// Whether the law itself names the day as a holiday of all citizens.
    public var isStatutoryHoliday: Bool {
        if case .holiday(_, isStatutory: true) = self { return true }
        return false
    }
}
