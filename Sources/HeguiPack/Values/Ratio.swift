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

/// Exact arithmetic; nil where the result needs more than 64 bits above or below the line.
extension Ratio {
    package func adding(_ other: Ratio) -> Ratio? {
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            return overflow ? nil : Ratio(sum)
        }
        // Each product is below 2 to the 126th, so that their sum still fits.
        return Ratio(
            reducing: Int128(numerator) * Int128(other.denominator)
                + Int128(other.numerator) * Int128(denominator),
            Int128(denominator) * Int128(other.denominator))
    }

    package func subtracting(_ other: Ratio) -> Ratio? {
        if denominator == 1, other.denominator == 1 {
            let (rest, overflow) = numerator.subtractingReportingOverflow(other.numerator)
            return overflow ? nil : Ratio(rest)
        }
        return Ratio(
            reducing: Int128(numerator) * Int128(other.denominator)
                - Int128(other.numerator) * Int128(denominator),
            Int128(denominator) * Int128(other.denominator))
    }

    package func multiplied(by other: Ratio) -> Ratio? {
        if denominator == 1, other.denominator == 1 {
            let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
            return overflow ? nil : Ratio(product)
        }
        return Ratio(
            reducing: Int128(numerator) * Int128(other.numerator),
            Int128(denominator) * Int128(other.denominator))
    }

    /// Also nil where `other` is zero.
    package func divided(by other: Ratio) -> Ratio? {
        Ratio(
            reducing: Int128(numerator) * Int128(other.denominator),
            Int128(denominator) * Int128(other.numerator))
    }

    /// Returns the multiple of `step` that `rounding` chooses; nil for a step that is not positive.
    package func rounded(to step: Ratio, _ rounding: Rounding) -> Ratio? {
        guard rounding != .none else { return self }
        guard step > .zero, let steps = divided(by: step) else { return nil }
        return Ratio(steps.rounded(rounding)).multiplied(by: step)
    }

    /// Returns the whole number that `rounding` chooses; `none` gives the one below.
    private func rounded(_ rounding: Rounding) -> Int64 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder != 0 else { return quotient }
        switch rounding {
        case .up: return remainder > 0 ? quotient + 1 : quotient
        case .down, .none: return remainder < 0 ? quotient - 1 : quotient
        case .halfUp:
            let isHalf = remainder.magnitude >= UInt64(denominator) - remainder.magnitude
            return isHalf ? quotient + remainder.signum() : quotient
        }
    }
}

extension Ratio {
    /// The number as people write it: `3`, `89.5`, `-0.05`; a fraction such as `1/3` where it has
    /// no finite decimal form.
    package var decimal: String {
        if denominator == 1 { return "\(numerator)" }
        var rest = denominator
        var twos = 0
        var fives = 0
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        let places = max(twos, fives)
        guard rest == 1, places <= 18 else { return description }
        var scaled = Int128(numerator.magnitude)
        for _ in twos..<places { scaled *= 2 }
        for _ in fives..<places { scaled *= 5 }
        let digits = "\(scaled)"
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return (numerator < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

extension Ratio {
    /// Returns the share that `text` writes in per cent, such as `97.5` or `95%`; nil for what is
    /// no number from 0 to 100.
    package init?(percent text: String) {
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let share = ScalarParser.ratio(digits + "%"), share >= .zero, share <= .one else {
            return nil
        }
        self = share
    }
}

/// How a number becomes a multiple of a step.
package enum Rounding: String, CaseIterable, Hashable, Sendable {
    /// It stays as it is.
    case none
    /// The next one above.
    case up
    /// The next one below.
    case down
    /// The nearest; a half goes away from zero.
    case halfUp = "half-up"
}
