/// A part into which calendar years are divided; the raw value is its name in rules.
public enum CalendarUnit: String, Hashable, Sendable, CaseIterable {
    case year
    case half = "half-year"
    case quarter
    case month

    /// How many months the unit has: 12, 6, 3 or 1.
    public var months: Int {
        switch self {
        case .year: 12
        case .half: 6
        case .quarter: 3
        case .month: 1
        }
    }
}
