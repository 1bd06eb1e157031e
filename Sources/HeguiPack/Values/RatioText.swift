/// Ratios as people read them.
package enum RatioText {
    /// Returns `95%` or `62.5%` where that is exact, else the fraction.
    package static func percent(_ ratio: Ratio) -> String {
        let (tenths, overflow) = ratio.numerator.multipliedReportingOverflow(by: 1000)
        guard !overflow, tenths % ratio.denominator == 0 else { return ratio.description }
        return decimal(tenths: tenths / ratio.denominator)
    }

    /// Returns the percentage with two decimal places, cut off so that what falls short of a
    /// bound never looks as if it reached it.
    package static func approximate(_ numerator: Int64, of denominator: Int64) -> String {
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 10_000)
        guard !overflow, denominator > 0 else { return "\(numerator)/\(denominator)" }
        let (whole, rest) = (scaled / denominator).quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)%" }
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// Returns the number that `text` writes: `3`, `-2.50`, `19/20`, `95%`; or nil.
    package static func ratio(_ text: String) -> Ratio? {
        if text.hasSuffix("%") {
            return decimal(text.dropLast()).flatMap { $0.divided(by: Ratio(100)) }
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return decimal(text[...]) }
        guard let top = decimal(parts[0]), let bottom = decimal(parts[1]) else { return nil }
        return top.divided(by: bottom)
    }

    private static func decimal(_ text: Substring) -> Ratio? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 18,
            fraction.allSatisfy({ ("0"..."9").contains($0) }),
            let digits = Int64(parts[0] + fraction)
        else { return nil }
        return Ratio(digits, (0..<fraction.utf8.count).reduce(Int64(1)) { scale, _ in scale * 10 })
    }

    private static func decimal(tenths: Int64) -> String {
        let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(whole)%" : "\(whole).\(abs(rest))%"
    }
}

extension Ratio {
    /// Returns the number that `text` writes as outcomes do: `3`, `2.5`, `19/20`, `95%`; or nil.
    package init?(written text: String) {
        guard let ratio = RatioText.ratio(text) else { return nil }
        self = ratio
    }

    /// The number as people write it: `3`, `16.5`, or the fraction `1/3` where no decimal is exact.
    package var text: String {
        if let whole { return String(whole) }
        var scale: Int64 = 1
        for places in 1...9 {
            scale *= 10
            guard let scaled = multiplied(by: Ratio(scale)) else { break }
            guard let digits = scaled.whole else { continue }
            let (whole, rest) = digits.quotientAndRemainder(dividingBy: scale)
            let fraction = String(rest.magnitude)
            let zeros = String(repeating: "0", count: places - fraction.utf8.count)
            let sign = digits < 0 && whole == 0 ? "-" : ""
            return "\(sign)\(whole).\(zeros)\(fraction)"
        }
        return description
    }
}
