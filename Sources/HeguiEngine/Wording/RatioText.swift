import HeguiRules

/// Ratios as people read them.
enum RatioText {
    /// Returns `95%` or `62.5%` where that is exact, else the fraction.
    static func percent(_ ratio: Ratio) -> String {
        let (tenths, overflow) = ratio.numerator.multipliedReportingOverflow(by: 1000)
        guard !overflow, tenths % ratio.denominator == 0 else { return ratio.description }
        return decimal(tenths: tenths / ratio.denominator)
    }

    /// Returns the percentage with one decimal place, cut off so that what falls short of a
    /// bound never looks as if it reached it.
    static func approximate(_ numerator: Int64, of denominator: Int64) -> String {
        let (tenths, overflow) = numerator.multipliedReportingOverflow(by: 1000)
        guard !overflow, denominator > 0 else { return "\(numerator)/\(denominator)" }
        return decimal(tenths: tenths / denominator)
    }

    private static func decimal(tenths: Int64) -> String {
        let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(whole)%" : "\(whole).\(abs(rest))%"
    }
}
