package import HeguiPack

/// Writes exact ratios as per cent with two decimals, cut and not rounded.
package enum Percentage {
    /// Returns `94.99%` for 94.996 per cent: a share below a bound never looks as if it met it.
    package static func text(_ numerator: Int64, of denominator: Int64) -> DataText {
        guard denominator != 0 else { return "—" }
        let hundredths = Int128(numerator) * 10_000 / Int128(denominator)
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// Returns `ratio` in per cent.
    package static func text(_ ratio: Ratio) -> DataText {
        text(ratio.numerator, of: ratio.denominator)
    }
}
