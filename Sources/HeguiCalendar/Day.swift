/// A civil day of the proleptic Gregorian calendar, without time or time zone.
///
/// Years 1 to 9999 exist. Arithmetic that would leave them stops at ``minimum`` or ``maximum``,
/// so no operation traps and every day can be written in ISO form. A day is four bytes; every
/// member takes constant time.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int32

    /// 0001-01-01, the first day there is.
    public static let minimum = Day(number: -719_162)

    /// 9999-12-31, the last day there is.
    public static let maximum = Day(number: 2_932_896)

    /// Returns the day that lies `number` days after 1970-01-01, or the first or last day there is
    /// where that would be outside years 1 to 9999.
    public init(number: Int32) {
        self.number = min(max(number, -719_162), 2_932_896)
    }

    /// Returns the day, or nil where there is none: a month of 13, 30 February, a year of 0.
    public init?(year: Int, month: Int, day: Int) {
        guard let whole = Month(year: year, month: month), day >= 1, day <= whole.length else {
            return nil
        }
        // Years are counted from March, so that the leap day is the last day of a year.
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        self.init(saturating: marchYear * 365 + leapDays + dayOfYear - Day.epochOffset)
    }

    /// Days from 0000-03-01 to 1970-01-01.
    static let epochOffset = 719_468

    init(saturating number: Int) {
        self.init(number: Int32(clamping: number))
    }

    /// The year, 1 to 9999.
    public var year: Int { civil.year }

    /// The month, 1 to 12.
    public var month: Int { civil.month }

    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// The day of the week.
    public var weekday: Weekday {
        let daysSinceMonday = ((Int(number) + 3) % 7 + 7) % 7
        return Weekday.allCases[daysSinceMonday]
    }

    private var civil: (year: Int, month: Int, day: Int) {
        // Never negative: the first day there is lies after 0000-03-01.
        let sinceMarch = Int(number) + Day.epochOffset
        let cycle = sinceMarch / 146_097
        let dayOfCycle = sinceMarch % 146_097
        let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let passed = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100
        let dayOfYear = dayOfCycle - passed
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Day: Comparable {
    /// Returns whether `left` is earlier than `right`.
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}

extension Day {
    /// Returns the day `days` later, or earlier where `days` is negative; stops at ``minimum``
    /// and ``maximum``.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        guard !overflow else { return days < 0 ? .minimum : .maximum }
        return Day(saturating: sum)
    }

    /// Returns the corresponding day `months` months later (earlier where negative), or the last
    /// day of that month where it has no such day; stops at ``minimum`` and ``maximum``.
    ///
    /// 31 January plus one month is 28 or 29 February, plus two is 31 March: steps are always
    /// counted from the first day, never month by month. 民法典 art. 202.
    public func adding(months: Int) -> Day {
        guard let target = Month(containing: self).adding(months: months) else {
            return months < 0 ? .minimum : .maximum
        }
        return target.days.first.adding(days: min(day, target.length) - 1)
    }

    /// Returns how many days `other` lies after this day; negative where it lies before.
    public func days(until other: Day) -> Int {
        Int(other.number) - Int(number)
    }
}

extension Day: LosslessStringConvertible {
    /// Returns the day written as `2013-01-10`: four, two and two ASCII digits, nothing else;
    /// nil for any other text and for a day that does not exist.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Int(decimal: parts[0]), let month = Int(decimal: parts[1]),
            let day = Int(decimal: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in ISO form: `2013-01-10`.
    public var description: String {
        Month(containing: self).description + "-" + day.padded(to: 2)
    }
}

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

extension Int {
    /// Returns the number that one to nine ASCII digits write, or nil for anything else.
    ///
    /// The standard initialiser also takes a sign, which no date or amount may have.
    init?(decimal text: some StringProtocol) {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(text)
    }

    /// Returns the digits with zeros before them, at least `width` of them.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
