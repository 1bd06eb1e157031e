public struct PeriodLength: Hashable, Sendable {}
public struct CountingRule: Hashable, Sendable {}
public enum CalendarUnit: Hashable, Sendable { case year }
public struct CalendarPeriod: Hashable, Sendable {}
public struct WorkingCalendar: Sendable {}
