import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// A quantity has to lie within bounds, in each part of its window where it is divided.
struct PlannedQuantityRequirement: PlannedRequirement, Judge {
    let quantity: any PlannedQuantity
    let division: Division?
    let due: PlannedOperand<Day>?
    let bounds: PlannedBounds
    let canFall: Bool
    let isWhole: Bool
    let isShare: Bool
    /// The relations whose rows it looks at.
    let relations: [Int]

    init?(_ form: QuantityRequirement, _ planner: Planner, subject table: Int) {
        guard let quantity = planner.plan(form.quantity, subject: table) else { return nil }
        self.quantity = quantity
        division = form.each
        due = planner.plan(form.due, subject: table)
        bounds = PlannedBounds(form.bounds, planner, subject: table)
        canFall = form.quantity.canFall
        isWhole = form.quantity.isWhole
        isShare = form.quantity.isShare
        relations = form.quantity.parts.relations.compactMap {
            planner.schema.number(of: $0, from: table)
        }
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        switch try results(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let results): return try judgement(results, frame)
        }
    }

    /// Returns what each stretch comes to.
    func results(_ frame: Frame) throws(EvaluationError) -> Answer<[StretchResult]> {
        var missing = MissingOperands()
        let limits = try bounds.read(frame, &missing)
        let dueDay = try missing.read(due, frame)
        if let dueDay { frame.probe?.compare(due?.span, frame.asOf, with: dueDay) }
        let stretches = try stretches(due: dueDay, frame, &missing)
        if missing.isAny { return .unknown(missing.causes) }
        if stretches.allSatisfy({ $0.demands == [.nothing] }) {
            return .known(stretches.map { StretchResult(leftOut: $0, limits) })
        }
        switch try quantity.source(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let source):
            var results: [StretchResult] = []
            for stretch in stretches {
                results.append(try result(in: stretch, from: source, limits, frame.probe))
            }
            return .known(results)
        }
    }

    func stretches(
        due: Day?, _ frame: Frame, _ missing: inout MissingOperands
    ) throws(EvaluationError) -> [Stretch] {
        guard quantity.isPerSubperiod, let window = quantity.window else {
            return [try quantity.whole(due: due, frame, &missing)].compactMap(\.self)
        }
        return try window.stretches(each: division, due: due, frame, &missing)
    }

    private func result(
        in stretch: Stretch, from source: any QuantitySource, _ limits: Limits,
        _ probe: BoundaryProbe?
    ) throws(EvaluationError) -> StretchResult {
        if stretch.demands == [.nothing] { return StretchResult(leftOut: stretch, limits) }
        let measurement = try source.measurement(in: stretch)
        var results: [StretchResult] = []
        for demand in stretch.demands {
            let one = try result(in: stretch, of: measurement, demand, limits)
            if let probe, measurement.state == .measured {
                bounds.note(one.limits, measurement, in: probe)
            }
            results.append(one)
        }
        guard var result = results.last else { return StretchResult(leftOut: stretch, limits) }
        if results.contains(where: { $0.verdict != result.verdict || $0.side != result.side }) {
            result.verdict = .undetermined
            result.side = nil
            result.causes.formUnion(stretch.causes)
        }
        return result
    }

    private func result(
        in stretch: Stretch, of measurement: Measurement, _ demand: Stretch.Demand, _ limits: Limits
    ) throws(EvaluationError) -> StretchResult {
        guard let asked = try demand.limits(of: limits) else {
            return StretchResult(leftOut: stretch, limits)
        }
        var result = StretchResult(stretch: stretch, limits: asked, measurement: measurement)
        result.isScaled = demand.isScaled
        switch measurement.state {
        case .empty: return result
        case .unknown: result.verdict = .undetermined
        case .measured:
            (result.side, result.verdict) = stretch.result(
                measurement.interval, within: asked, canFall: canFall)
        }
        if result.verdict == .undetermined { result.causes = measurement.causes }
        return result
    }
}

/// What a quantity over a stretch of time comes to against its bounds.
struct StretchResult {
    var stretch: Stretch
    /// nil: left out.
    var verdict: Verdict?
    var side: Limits.Side?
    var limits: Limits
    var isScaled = false
    var measurement: Measurement?
    /// What is missing for a verdict.
    var causes: [UnknownCause] = []

    init(stretch: Stretch, limits: Limits, measurement: Measurement) {
        self.stretch = stretch
        self.limits = limits
        self.measurement = measurement
    }

    /// The cells that tell: of a share that may be too large, those of the rows that it counts.
    var telling: [CellAddress] {
        guard let measurement else { return [] }
        let isTooMuch = side == .above || side != .below && !limits.hasFloor
        return isTooMuch && !measurement.counted.isEmpty ? measurement.counted : measurement.sources
    }

    init(leftOut stretch: Stretch, _ limits: Limits) {
        self.stretch = stretch
        self.limits = limits
    }
}
