/// An exact ratio of two whole numbers, in lowest terms with a positive denominator.
package struct Ratio: Hashable, Sendable {
    package let numerator: Int64
    package let denominator: Int64

    package static let zero = Ratio(0)
    package static let one = Ratio(1)

    /// Returns the whole number as a ratio.
    package init(_ whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// Returns `numerator / denominator` in lowest terms, or nil for a zero denominator or overflow.
    package init?(_ numerator: Int64, _ denominator: Int64) {
        // Nearly all are counts, whose division is far quicker in half the bits.
        if numerator >= 0, denominator > 0 {
            var (a, b) = (UInt64(numerator), UInt64(denominator))
            while b != 0 { (a, b) = (b, a % b) }
            self.init(lowest: numerator / Int64(a), denominator / Int64(a))
        } else {
            self.init(reducing: Int128(numerator), Int128(denominator))
        }
    }

    private init(lowest numerator: Int64, _ denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Returns the ratio in lowest terms, or nil where one of them needs more than 64 bits.
    init?(reducing numerator: Int128, _ denominator: Int128) {
        guard denominator != 0 else { return nil }
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a) * denominator.signum()
        guard let top = Int64(exactly: numerator / divisor),
            let bottom = Int64(exactly: denominator / divisor)
        else { return nil }
        self.numerator = top
        self.denominator = bottom
    }

    /// The ratio as an int, or nil where it is none.
    package var whole: Int64? { denominator == 1 ? numerator : nil }
}

extension Ratio: Comparable {
    package static func < (left: Ratio, right: Ratio) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let a = left.numerator.multipliedFullWidth(by: right.denominator)
        let b = right.numerator.multipliedFullWidth(by: left.denominator)
        return a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension Ratio: CustomStringConvertible {
    /// The ratio as a fraction, such as `19/20`.
    package var description: String { "\(numerator)/\(denominator)" }
}
