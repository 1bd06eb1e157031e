import Hegui

/// Who may be given the award.
struct Eligibility {
    private let standings: [StandingBrief]

    init(_ review: DropReview) {
        standings = review.standings
    }

    /// Returns `eligibility.csv`, in order of rank; units without members are left out.
    func table() -> [UInt8] {
        var table = Array("unit_id,registered,total,rate,eligible,rank\n".utf8)
        for standing in standings {
            guard let rate = standing.rate, let rank = standing.rank, rate.denominator > 0 else {
                continue
            }
            table.appendCell(standing.subject)
            table.endCell()
            table.appendNumber(rate.numerator)
            table.endCell()
            table.appendNumber(rate.denominator)
            table.endCell()
            // Per cent to two decimals, cut and not rounded.
            let hundredths = rate.numerator * 10_000 / rate.denominator
            table.appendNumber(hundredths / 100)
            table.append(UInt8(ascii: "."))
            table.appendNumber(hundredths % 100, digits: 2)
            table.endCell()
            table.appendCell(standing.result.isAwardable ? "yes" : "no")
            table.endCell()
            table.appendNumber(Int64(rank))
            table.endRow()
        }
        return table
    }
}
