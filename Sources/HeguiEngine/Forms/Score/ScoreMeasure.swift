import HeguiColumns
import HeguiPack

/// Points of a subject: sums with signs, blocks and limits, in the order that `ScoreRows` has.
struct ScoreMeasure: StretchMeasure {
    enum Item: Sendable {
        case add(TallyMeasure)
        case deduct(TallyMeasure)
        /// Cells of the subjects' own rows, places in the values.
        case points(ColumnCells, [Ratio])
    }

    typealias Block = ScoreBlock<Item>

    let blocks: [Block]
    let floor: Ratio?
    let ceiling: Ratio?
    let round: ScoreQuantity.Round?

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        guard let points = points(subject, stretch) else { return .unsettled }
        return .number(Interval(exactly: points))
    }

    private func points(_ subject: Int, _ stretch: MeasuredStretch) -> Ratio? {
        var sum = Ratio.zero
        for block in blocks {
            guard let points = points(block, subject, in: stretch), let more = sum.adding(points)
            else { return nil }
            sum = more
        }
        let limited = Self.limited(sum, floor: floor, ceiling: ceiling)
        guard let round else { return limited }
        return limited.rounded(to: round.step, round.rounding)
    }

    private func points(
        _ block: Block, _ subject: Int, in stretch: MeasuredStretch
    ) -> Ratio? {
        var sum = block.start
        for item in block.items {
            let next: Ratio?
            switch item {
            case .add(let tally):
                next = Self.number(tally, subject, in: stretch).flatMap(sum.adding)
            case .deduct(let tally):
                next = Self.number(tally, subject, in: stretch).flatMap(sum.subtracting)
            case .points(let cells, let values):
                let cell = cells[subject]
                next = cell >= 0 ? sum.adding(values[Int(cell)]) : nil
            }
            guard let next else { return nil }
            sum = next
        }
        return Self.limited(sum, floor: block.floor, ceiling: block.ceiling).multiplied(
            by: block.weight)
    }

    private static func number(
        _ tally: TallyMeasure, _ subject: Int, in stretch: MeasuredStretch
    ) -> Ratio? {
        guard case .number(let interval) = tally.measured(subject, stretch) else { return nil }
        return interval.observed
    }

    private static func limited(_ number: Ratio, floor: Ratio?, ceiling: Ratio?) -> Ratio {
        Interval(exactly: number).limited(floor: floor, ceiling: ceiling).observed
    }
}
