/// A civil day of the proleptic Gregorian calendar, without time or time zone.
///
/// `number` counts days since 1970-01-01; years 1 to 9999 are valid.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int32

    /// Returns the day that lies `number` days after 1970-01-01.
    public init(number: Int32) {
        self.number = number
    }

    /// Returns whether `left` is earlier than `right`.
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}
