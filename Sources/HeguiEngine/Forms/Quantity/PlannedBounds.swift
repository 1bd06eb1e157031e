import CEL
import HeguiColumns
import HeguiPack

/// Bounds whose expressions are programs.
struct PlannedBounds: Sendable {
    let atLeast: PlannedOperand<Ratio>?
    let moreThan: PlannedOperand<Ratio>?
    let atMost: PlannedOperand<Ratio>?
    let lessThan: PlannedOperand<Ratio>?

    init(_ bounds: Bounds, _ planner: Planner, subject table: Int) {
        atLeast = planner.plan(bounds.atLeast, subject: table)
        moreThan = planner.plan(bounds.moreThan, subject: table)
        atMost = planner.plan(bounds.atMost, subject: table)
        lessThan = planner.plan(bounds.lessThan, subject: table)
    }

    /// Notes on which side of the bounds `limits` a number lies.
    func note(_ limits: Limits, _ measurement: Measurement, in probe: BoundaryProbe) {
        let pairs = [
            (atLeast?.span, limits.atLeast), (moreThan?.span, limits.moreThan),
            (atMost?.span, limits.atMost), (lessThan?.span, limits.lessThan),
        ]
        for (place, limit) in pairs {
            if let share = measurement.share {
                share.note(place, limit, in: probe)
            } else {
                probe.compare(place, measurement.interval.number, with: limit)
            }
        }
    }

    func read(
        _ frame: Frame, _ missing: inout MissingOperands
    ) throws(EvaluationError) -> Limits {
        Limits(
            atLeast: try missing.read(atLeast, frame),
            moreThan: try missing.read(moreThan, frame),
            atMost: try missing.read(atMost, frame),
            lessThan: try missing.read(lessThan, frame))
    }
}

/// Bounds that differ by subject, as work on columns.
struct SubjectBounds: Sendable {
    let atLeast: NumberKernel?
    let moreThan: NumberKernel?
    let atMost: NumberKernel?
    let lessThan: NumberKernel?

    /// Returns what the bounds are for a subject; nil where the plain evaluator is to tell.
    func worked(_ subjects: WorkedRows) -> @Sendable (Int) -> Limits? {
        let all = [atLeast, moreThan, atMost, lessThan].map { kernel in
            kernel.map { (cells: subjects.cells($0.cells), values: $0.values) }
        }
        return { subject in
            var numbers: [Ratio?] = []
            for bound in all {
                guard let bound else {
                    numbers.append(nil)
                    continue
                }
                let cell = bound.cells[subject]
                guard cell >= 0 else { return nil }
                numbers.append(bound.values[Int(cell)])
            }
            return Limits(
                atLeast: numbers[0], moreThan: numbers[1], atMost: numbers[2],
                lessThan: numbers[3])
        }
    }
}

/// The bounds of a quantity.
enum MeasuredLimits: Sendable {
    case forAll(Limits)
    case bySubject(SubjectBounds)
}
