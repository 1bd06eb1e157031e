import CEL
import HeguiPack

/// Bounds whose expressions are programs.
struct PlannedBounds: Sendable {
    let atLeast: PlannedOperand<Ratio>?
    let moreThan: PlannedOperand<Ratio>?
    let atMost: PlannedOperand<Ratio>?
    let lessThan: PlannedOperand<Ratio>?

    init(_ bounds: Bounds, _ planner: Planner, _ table: Int) {
        atLeast = planner.plan(bounds.atLeast, subject: table)
        moreThan = planner.plan(bounds.moreThan, subject: table)
        atMost = planner.plan(bounds.atMost, subject: table)
        lessThan = planner.plan(bounds.lessThan, subject: table)
    }

    /// Notes on which side of the bounds `limits` a number lies.
    func note(_ limits: Limits, _ reading: Measurement, _ probe: BoundaryProbe) {
        let pairs = [
            (atLeast?.span, limits.atLeast), (moreThan?.span, limits.moreThan),
            (atMost?.span, limits.atMost), (lessThan?.span, limits.lessThan),
        ]
        for (place, limit) in pairs {
            if let share = reading.share {
                share.note(place, limit, probe)
            } else {
                probe.compare(place, reading.interval.number, limit)
            }
        }
    }

    func read(
        _ frame: Frame, _ shortage: inout Shortage
    ) throws(EvaluationError) -> Limits {
        Limits(
            atLeast: try shortage.read(atLeast, frame),
            moreThan: try shortage.read(moreThan, frame),
            atMost: try shortage.read(atMost, frame),
            lessThan: try shortage.read(lessThan, frame))
    }
}
