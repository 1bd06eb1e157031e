import HeguiColumns
import HeguiPack

/// The share of a relation's rows that fulfil a condition.
struct RateForm: FormKernel {
    /// Lanes: rows that count, those that fulfil the condition, those that are confirmed too.
    let counters: Counters
    let lane: Int
    let limits: Limits
    /// Whether the time is over in which it may still change.
    let isOver: Bool
    let open: Set<Int32>
    let isSoft: Bool

    func judge(_ rows: RowBlock, into codes: Codes) {
        for row in rows.firstRow..<rows.firstRow + rows.count {
            codes[row] = open.contains(Int32(row)) ? VerdictCode.open : code(row)
        }
    }

    private func code(_ row: Int) -> UInt8 {
        let share = share(row)
        guard share.denominator > 0, let rate = share.rate else {
            return VerdictCode.of(.notApplicable)
        }
        let interval = Interval(lower: rate.lower, upper: rate.upper, observed: rate.upper)
        switch limits.side(of: interval) {
        case .within: return VerdictCode.of(.met)
        case .below, .above:
            if !isOver { return VerdictCode.of(.pending) }
            return VerdictCode.of(isSoft ? .advised : .violated)
        case nil: return VerdictCode.open
        }
    }

    func rate(_ row: Int) -> Outcome.Rate? { share(row).rate }

    private func share(_ row: Int) -> (denominator: Int64, rate: Outcome.Rate?) {
        let whole = Int64(counters[row, lane])
        let part = Int64(counters[row, lane + 1])
        let sure = Int64(counters[row, lane + 2])
        guard let lower = Ratio(sure, whole), let upper = Ratio(part, whole) else {
            return (whole, nil)
        }
        return (
            whole, Outcome.Rate(numerator: part, denominator: whole, lower: lower, upper: upper)
        )
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        return { index, facts in
            state(first + index, in: &facts)
            return true
        }
    }

    private func state(_ row: Int, in facts: inout OutcomeFacts) {
        guard let rate = share(row).rate else { return }
        facts.observed = "\(rate.numerator)/\(rate.denominator)"
        facts.rate = rate
        facts.required = limits.text(RatioText.percent)
    }
}
