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

    /// Whether the left point comes first.
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
