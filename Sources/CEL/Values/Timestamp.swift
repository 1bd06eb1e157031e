/// A point in time, in UTC, from year 1 to year 9999.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds of the second, 0 to 999,999,999.
    public let nanoseconds: Int32

    static let validSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Returns the point in time, or nil if it is out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.validSeconds.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
            return nil
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Whether the left point is the earlier one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// Returns the point `duration` nanoseconds later, or nil if it is out of range.
    func advanced(byNanoseconds duration: Int64) -> Timestamp? {
        let (quotient, remainder) = duration.quotientAndRemainder(dividingBy: 1_000_000_000)
        var total = Int64(nanoseconds) + remainder
        var carry: Int64 = 0
        if total < 0 {
            total += 1_000_000_000
            carry = -1
        } else if total >= 1_000_000_000 {
            total -= 1_000_000_000
            carry = 1
        }
        return Timestamp(seconds: seconds + quotient + carry, nanoseconds: Int32(total))
    }

    /// Returns the nanoseconds since `other`, or nil if they overflow.
    func nanoseconds(since other: Timestamp) -> Int64? {
        let (product, overflow) = (seconds - other.seconds).multipliedReportingOverflow(
            by: 1_000_000_000)
        let (sum, overflowSum) = product.addingReportingOverflow(
            Int64(nanoseconds) - Int64(other.nanoseconds))
        return overflow || overflowSum ? nil : sum
    }
}

extension Timestamp {
    /// The parts of a point in time in the Gregorian calendar, at some offset from UTC.
    struct Parts {
        var year: Int64
        /// 1 to 12.
        var month: Int64
        /// 1 to 31.
        var day: Int64
        /// Days since 1970-01-01.
        var dayNumber: Int64
        var secondOfDay: Int64
    }

    /// Returns the parts of the clock that is `offset` seconds ahead of UTC.
    func parts(offset: Int64 = 0) -> Parts {
        let local = seconds + offset
        let dayNumber = local.floorDivided(by: 86_400)
        let (year, month, day) = Self.civil(dayNumber)
        return Parts(
            year: year, month: month, day: day, dayNumber: dayNumber,
            secondOfDay: local - dayNumber * 86_400)
    }

    /// Returns the number of days from 1970-01-01 to a day of the Gregorian calendar. The day may
    /// exceed its month.
    static func dayNumber(year: Int64, month: Int64, day: Int64) -> Int64 {
        // Counted from March, a year ends with the leap day.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// Returns the year of the day that is `dayNumber` days after 1970-01-01.
    static func year(ofDay dayNumber: Int64) -> Int64 { civil(dayNumber).year }

    private static func civil(_ dayNumber: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = dayNumber + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (year + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfMonth)
    }
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
