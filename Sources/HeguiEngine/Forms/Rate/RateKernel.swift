import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// The share of a relation's rows that fulfil a condition.
struct RateKernel: RequirementKernel {
    /// Lanes: rows that count, those that fulfil the condition, those that are confirmed too.
    let counters: Counters
    let lane: Int
    let limits: Limits
    let outlook: Outlook
    let unsettled: Set<Int32>

    func judge(_ rows: RowBlock, into codes: Codes) {
        for row in rows.firstRow..<rows.firstRow + rows.count {
            codes[row] = unsettled.contains(Int32(row)) ? VerdictCode.unsettled : code(row)
        }
    }

    private func code(_ row: Int) -> UInt8 {
        let share = share(row)
        guard share.denominator > 0, let rate = share.rate else {
            return VerdictCode.of(.notApplicable)
        }
        let interval = Interval(lower: rate.lower, upper: rate.upper, observed: rate.upper)
        return limits.side(of: interval).map { VerdictCode.of(outlook.verdict(on: $0)) }
            ?? VerdictCode.unsettled
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

extension PlannedRate {
    func counted(
        _ requirement: PlannedQuantityRequirement, within limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm? {
        guard window == nil, requirement.division == nil else { return nil }
        let link = try lowering.link(selection, table)
        var counted: [TruthKernel] = []
        if let denominator { counted = [try lowering.truth(denominator, link)] }
        let fulfilled = counted + [try lowering.truth(numerator, link)]
        var sure = fulfilled
        if let confirmed { sure.append(try lowering.truth(confirmed, link)) }
        let asOf = lowering.asOf
        let outlook = Outlook(
            isOver: due.map { asOf >= $0 } ?? true, canFall: requirement.canFall)
        return .counted(
            relation: link.number,
            [RelationLane(counted), RelationLane(fulfilled), RelationLane(sure)]
        ) { lanes in
            RateKernel(
                counters: lanes.counters, lane: lanes.first, limits: limits, outlook: outlook,
                unsettled: lanes.unsettled)
        }
    }
}
