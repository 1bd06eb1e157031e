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
