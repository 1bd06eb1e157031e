/// An exact ratio of two whole numbers, in lowest terms with a positive denominator.
package struct Ratio: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let numerator: Int64
    package let denominator: Int64

    /// Returns `numerator / denominator` in lowest terms, or nil for a zero denominator or overflow.
    package init?(_ numerator: Int64, _ denominator: Int64) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        var a = numerator.magnitude
        var b = denominator.magnitude
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int64(a)
        let sign: Int64 = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / divisor)
        self.denominator = sign * (denominator / divisor)
    }

    package static func < (left: Ratio, right: Ratio) -> Bool {
        let a = left.numerator.multipliedFullWidth(by: right.denominator)
        let b = right.numerator.multipliedFullWidth(by: left.denominator)
        return a.high != b.high ? a.high < b.high : a.low < b.low
    }

    /// The ratio as a fraction, such as `19/20`.
    package var description: String { "\(numerator)/\(denominator)" }
}
