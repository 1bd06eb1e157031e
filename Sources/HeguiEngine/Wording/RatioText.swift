import HeguiRules

/// Ratios as people read them.
enum RatioText {
    /// Returns `95%` or `62.5%` where that is exact, else the fraction.
    static func percent(_ ratio: Ratio) -> String {
        let (tenths, overflow) = ratio.numerator.multipliedReportingOverflow(by: 1000)
        guard !overflow, tenths % ratio.denominator == 0 else { return ratio.description }
        return decimal(tenths: tenths / ratio.denominator)
    }

    /// Returns the percentage with two decimal places, cut off so that what falls short of a
    /// bound never looks as if it reached it.
    static func approximate(_ numerator: Int64, of denominator: Int64) -> String {
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 10_000)
        guard !overflow, denominator > 0 else { return "\(numerator)/\(denominator)" }
        let (whole, rest) = (scaled / denominator).quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)%" }
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    private static func decimal(tenths: Int64) -> String {
        let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(whole)%" : "\(whole).\(abs(rest))%"
    }
}
