/// The days from `first` to `last`, both included; one day where they are equal.
///
/// A date written as `2013-01` is the range of that month: its day is not known.
public struct DayRange: Hashable, Sendable {
    /// The first day of the range.
    public let first: Day

    /// The last day of the range, which belongs to it.
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

    /// The range of `count` days from `first` on; `count` is at least 1.
    init(first: Day, count: Int) {
        self.first = first
        last = max(first, first.adding(days: count - 1))
    }

    /// The only day of the range, or nil where it has several.
    public var day: Day? { first == last ? first : nil }

    /// Whether the range is a single day, so that nothing about it is left open.
    public var isOneDay: Bool { first == last }

    /// How many days the range has, at least 1.
    public var count: Int { first.days(until: last) + 1 }

    /// Returns whether `day` lies in the range.
    public func contains(_ day: Day) -> Bool {
        first <= day && day <= last
    }

    /// Returns whether every day of `other` lies in the range.
    public func contains(_ other: DayRange) -> Bool {
        first <= other.first && other.last <= last
    }

    /// Returns whether the two ranges share a day.
    public func intersects(_ other: DayRange) -> Bool {
        first <= other.last && other.first <= last
    }

    /// Returns the days that lie in both ranges, or nil where there are none.
    public func intersection(_ other: DayRange) -> DayRange? {
        DayRange(first: max(first, other.first), last: min(last, other.last))
    }
}

extension DayRange: CustomStringConvertible {
    /// `2013-01-10` for one day, `2013-01` for a whole month, else `2013-01-10..2013-02-09`.
    public var description: String {
        if isOneDay { return first.description }
        let month = Month(containing: first)
        if month.days == self { return month.description }
        return first.description + ".." + last.description
    }
}
