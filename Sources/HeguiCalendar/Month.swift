/// A month of a year, 0001-01 to 9999-12.
public struct Month: Hashable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int

    /// The month of the year, 1 to 12.
    public let month: Int

    /// Returns the month, or nil where the year is not 1 to 9999 or the month not 1 to 12.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(uncheckedYear: year, month: month)
    }

    /// Returns the month in which `day` lies.
    public init(containing day: Day) {
        self.init(uncheckedYear: day.year, month: day.month)
    }

    private init(uncheckedYear year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// How many days the month has: 28 to 31.
    public var length: Int {
        switch month {
        case 2: Month.isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The days from the first to the last of the month.
    public var days: DayRange {
        let first = Day(year: year, month: month, day: 1) ?? .maximum
        return DayRange(first: first, count: length)
    }

    /// Returns the month `months` later, or earlier where negative; nil outside years 1 to 9999.
    public func adding(months: Int) -> Month? {
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, index >= 0 else { return nil }
        return Month(year: index / 12, month: index % 12 + 1)
    }

    static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension Month: Comparable {
    /// Returns whether `left` is earlier than `right`.
    public static func < (left: Month, right: Month) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

extension Month: LosslessStringConvertible {
    /// Returns the month written as `2013-01`: four and two ASCII digits, nothing else; or nil.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 7, parts.map(\.utf8.count) == [4, 2],
            let year = Int(decimal: parts[0]), let month = Int(decimal: parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    /// The month in ISO form: `2013-01`.
    public var description: String { year.padded(to: 4) + "-" + month.padded(to: 2) }
}
