import HeguiPack
import HeguiReview

/// Where rates stand on a line that ends at 100 % and begins below the lowest of them.
///
/// Rates lie close together, so the line need not begin at nought: points are drawn, not bars.
struct RateScale {
    /// In per cent, a multiple of ten.
    private let start: Int64

    init(_ entries: some Sequence<RateRanking.Entry>) {
        var lowest = Ratio.one
        for entry in entries {
            let line = entry.required.flatMap { Ratio(written: $0) }
            for ratio in [entry.share, entry.rate.lower, line].compactMap(\.self) {
                lowest = min(lowest, ratio)
            }
        }
        let percent = lowest.percent
        start = max(0, min(90, (percent - 2) / 10 * 10))
    }

    /// The heading of the chart: its title, and what the ends and the middle mean.
    func axis(_ title: DataText) -> Markup {
        let middle = (start + 100) / 2
        return """
            <span class="unseen">\(title)</span><svg class="axis" aria-hidden="true" width="100%" \
            height="14"><text x="0" y="11">\(start)%</text>\
            <text x="50%" y="11" text-anchor="middle">\(middle)%</text>\
            <text x="100%" y="11" text-anchor="end">100%</text></svg>
            """
    }

    /// The rate as a point, with a bar from the lower to the upper bound and the line it must reach.
    ///
    /// The numbers stand beside it, so screen readers pass over it.
    func bar(of entry: RateRanking.Entry) -> Markup {
        var bar: Markup = """
            <svg class="bar" aria-hidden="true" width="100%" height="20">\
            <line class="rail" x1="0" x2="100%" y1="10" y2="10"/>
            """
        let rate = entry.rate
        if rate.lower != rate.upper {
            bar += """
                <line class="span" x1="\(place(rate.lower))" x2="\(place(rate.upper))" \
                y1="10" y2="10"/>
                """
        }
        if let line = entry.required.flatMap({ Ratio(written: $0) }) {
            bar += """
                <line class="floor" x1="\(place(line))" x2="\(place(line))" y1="-20" y2="40"/>
                """
        }
        if let share = entry.share {
            bar +=
                "<circle class=\"\(entry.verdict.rawValue)\" cx=\"\(place(share))\" cy=\"10\" r=\"5\"/>"
        }
        bar += "</svg>"
        return bar
    }

    private func place(_ ratio: Ratio) -> String {
        let top = Int128(ratio.numerator) * 100 - Int128(start) * Int128(ratio.denominator)
        let bottom = Int128(ratio.denominator) * Int128(100 - start)
        let hundredths = max(0, min(10_000, top * 10_000 / bottom))
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

extension Ratio {
    /// Whole per cent, cut off.
    fileprivate var percent: Int64 {
        Int64(clamping: Int128(numerator) * 100 / Int128(denominator))
    }
}
