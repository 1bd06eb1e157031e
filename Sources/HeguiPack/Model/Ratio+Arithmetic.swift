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
