import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// How many rows of a relation there are, in one stretch of time or in each of several.
struct TallyKernel: RequirementKernel {
    /// A stretch of time with what is asked in it.
    struct Part: Sendable {
        /// The lane in which the rows are counted.
        let lane: Int
        let limits: Limits
        /// By number of rows; the last stands for all beyond.
        let verdicts: [Verdict]
        /// What is asked, as text.
        let required: String

        init(lane: Int, limits: Limits, verdicts: [Verdict]) {
            self.lane = lane
            self.limits = limits
            self.verdicts = verdicts
            required = limits.text(\.text)
        }
    }

    let counters: Counters
    let parts: [Part]
    /// Subjects of which a row cannot be told.
    let unsettled: Set<Int32>

    func judge(_ rows: RowBlock, into codes: Codes) {
        let range = rows.firstRow..<rows.firstRow + rows.count
        if parts.count == 1 {
            let table = parts[0].verdicts.map(VerdictCode.of)
            codes.set(counters, lane: parts[0].lane, table: table, rows: range)
        } else {
            for row in range { codes[row] = VerdictCode.of(verdict(row)) }
        }
        guard !unsettled.isEmpty else { return }
        for row in range where unsettled.contains(Int32(row)) { codes[row] = VerdictCode.unsettled }
    }

    private func verdict(_ row: Int) -> Verdict {
        Verdict.worst(of: parts.map { verdict($0, row) }) ?? .notApplicable
    }

    private func verdict(_ part: Part, _ row: Int) -> Verdict {
        let number = Int(counters[row, part.lane])
        return part.verdicts[min(number, part.verdicts.count - 1)]
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        if parts.count == 1 {
            let (lane, required) = (parts[0].lane, parts[0].required)
            return { [counters] index, facts in
                facts.observed = SmallNumber.text(counters[first + index, lane])
                facts.required = required
                return true
            }
        }
        return { index, facts in
            state(first + index, in: &facts)
            return true
        }
    }

    private func state(_ row: Int, in facts: inout OutcomeFacts) {
        guard let part = Verdict.heaviest(of: parts, { verdict($0, row) })?.first else { return }
        facts.observed = SmallNumber.text(counters[row, part.lane])
        facts.required = part.required
    }
}

extension PlannedTally {
    /// Up to which number verdicts are laid out.
    private static let reach = 100_000

    func counted(
        _ requirement: PlannedQuantityRequirement, within limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm? {
        guard value == nil, caps.isEmpty, window?.isForAll ?? true else { return nil }
        let stretches = try requirement.stretches(lowering, due: due)
        let link = try lowering.link(selection, table)
        let day = try day(lowering, link)
        var lanes: [RelationLane] = []
        var parts: [TallyKernel.Part] = []
        for stretch in stretches {
            var conditions: [TruthKernel] = []
            if let condition = selection.condition {
                conditions = [try lowering.truth(condition, link, in: stretch.period)]
            }
            let distinct = try lowering.keys(distinct, link, in: stretch.period)
            parts.append(
                TallyKernel.Part(
                    lane: lanes.count, limits: limits,
                    verdicts: try Self.verdicts(limits, stretch, canFall: requirement.canFall)))
            lanes.append(
                RelationLane(
                    conditions, days: day.map { RelationLane.Days($0, stretch) },
                    distinct: distinct))
        }
        return .counted(relation: link.number, lanes) { [parts] lanes in
            let moved = parts.map {
                TallyKernel.Part(
                    lane: $0.lane + lanes.first, limits: $0.limits, verdicts: $0.verdicts)
            }
            return TallyKernel(counters: lanes.counters, parts: moved, unsettled: lanes.unsettled)
        }
    }

    /// What each number of rows comes to, up to where it no longer changes.
    private static func verdicts(
        _ limits: Limits, _ stretch: Stretch, canFall: Bool
    ) throws(LoweringObstacle) -> [Verdict] {
        let bounds = [limits.atLeast, limits.moreThan, limits.atMost, limits.lessThan]
        var most: Int64 = 0
        for bound in bounds.compactMap(\.self) {
            guard let whole = bound.rounded(to: .one, .up)?.whole, whole < reach else {
                throw LoweringObstacle("界限太大", "its bounds are too large")
            }
            most = max(most, whole)
        }
        let outlook = Outlook(isOver: stretch.isOver, canFall: canFall)
        return (0...most + 1).map { number in
            outlook.verdict(on: limits.side(of: Interval(exactly: Ratio(number))))
        }
    }
}

extension RelationLane.Days {
    /// The days of a stretch that surely belong to it.
    fileprivate init(_ day: CellKernel, _ stretch: Stretch) {
        let days = MeasuredStretch(0, stretch)
        self.init(day: day, first: days.first, last: days.last)
    }
}
