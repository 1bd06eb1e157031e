import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// One subject's rows, ready to be scored. The order is fixed: items with their caps, the block's
/// start, floor and ceiling, its weight, the sum, its floor and ceiling, rounding.
struct ScoreRows: QuantitySource {
    struct Item {
        var id: String
        var title: Message?
        var isDeducted: Bool
        var rows: TallyRows?
        var points = Interval.zero
        var causes: [UnknownCause] = []
    }

    /// The least and the most, and where they are written.
    struct Limits {
        private let floor: Ratio?
        private let ceiling: Ratio?
        private let places: (floor: Span?, ceiling: Span?)

        init(
            floor: Ratio?, at plannedFloor: PlannedOperand<Ratio>?, ceiling: Ratio?,
            at plannedCeiling: PlannedOperand<Ratio>?
        ) {
            (self.floor, self.ceiling) = (floor, ceiling)
            places = (plannedFloor?.span, plannedCeiling?.span)
        }

        func applied(to interval: Interval, _ probe: BoundaryProbe?) -> Interval {
            probe?.compare(places.floor, interval.number, with: floor)
            probe?.compare(places.ceiling, interval.number, with: ceiling)
            return interval.limited(floor: floor, ceiling: ceiling)
        }
    }

    struct Block {
        var id: String
        var title: Message?
        var start: Interval
        var causes: [UnknownCause]
        var items: [Item]
        var limits: Limits
        var weight: Ratio
    }

    let blocks: [Block]
    let limits: Limits
    let round: ScoreQuantity.Round?
    let probe: BoundaryProbe?

    func measurement(in stretch: Stretch) throws(EvaluationError) -> Measurement {
        var measurement = Measurement(.zero)
        var cells: [[CellAddress]] = []
        for block in blocks {
            let points = try points(of: block, in: stretch, &measurement, &cells)
            measurement.interval = try measurement.interval.plus(points)
        }
        measurement.sources = cells.interleaved
        measurement.interval = limits.applied(to: measurement.interval, probe)
        if let round {
            measurement.interval = try measurement.interval.mapped {
                (number) throws(EvaluationError) in
                try number.rounded(to: round.step, by: round.rounding)
            }
        }
        return measurement
    }

    private func points(
        of block: Block, in stretch: Stretch, _ measurement: inout Measurement,
        _ cells: inout [[CellAddress]]
    ) throws(EvaluationError) -> Interval {
        var sum = block.start
        measurement.causes.formUnion(block.causes)
        var parts: [OutcomePart] = []
        for item in block.items {
            var part = OutcomePart(id: item.id, title: item.title)
            var points = item.points
            measurement.causes.formUnion(item.causes)
            if let rows = item.rows {
                let (own, raw) = try rows.raw(in: stretch)
                points = own.interval
                measurement.causes.formUnion(own.causes)
                cells.append(own.sources)
                part.raw = raw.text
            }
            part.observed = Self.text(points, isDeducted: item.isDeducted)
            parts.append(part)
            sum = item.isDeducted ? try sum.minus(points) : try sum.plus(points)
        }
        let raw = sum.observed
        sum = block.limits.applied(to: sum, probe)
        sum = try sum.mapped { (number) throws(EvaluationError) in try number.times(block.weight) }
        if block.id != Self.onlyBlock || blocks.count > 1 {
            var part = OutcomePart(id: block.id, title: block.title)
            part.observed = Self.text(sum, isDeducted: false)
            part.raw = raw.text
            measurement.parts.append(part)
        }
        measurement.parts += parts
        return sum
    }

    /// The id that a score has which is not written in blocks.
    private static let onlyBlock = "score"

    private static func text(_ points: Interval, isDeducted: Bool) -> String {
        let text =
            points.number == nil
            ? (points.lower?.text ?? "?") + "–" + (points.upper?.text ?? "?")
            : points.observed.text
        return isDeducted && points.observed != .zero ? "-" + text : text
    }
}
