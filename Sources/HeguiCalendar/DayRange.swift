/// The days from `first` to `last`, both included; one day where they are equal.
///
/// A date written as `2013-01` is the range of that month: its day is not known.
public struct DayRange: Hashable, Sendable {
    public let first: Day
    public let last: Day

    /// Returns the range from `first` to `last`, or nil where `last` is earlier.
    public init?(first: Day, last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Returns the range that holds only `day`.
    public init(_ day: Day) {
        first = day
        last = day
    }
}
