import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// The longest run of misses.
struct PlannedStreak: PlannedQuantity {
    enum Elements: Sendable {
        case periods(PlannedQuantityRequirement)
        case rows(PlannedStreakRows)
    }

    let elements: Elements
    let run: StreakQuantity.Run

    var window: PlannedWindow? {
        if case .periods(let form) = elements { form.quantity.window } else { nil }
    }
    var isPerSubperiod: Bool { false }

    init?(_ streak: StreakQuantity, _ planner: Planner, subject table: Int) {
        run = streak.run
        switch streak.elements {
        case .periods(let requirement):
            guard let form = PlannedQuantityRequirement(requirement, planner, subject: table) else {
                return nil
            }
            elements = .periods(form)
        case .rows(let selection, let day, let miss, let skip):
            guard
                let rows = PlannedStreakRows(
                    selection, day: day, miss: miss, skip: skip, parts: streak.parts, planner,
                    subject: table)
            else { return nil }
            elements = .rows(rows)
        }
    }

    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource> {
        var measurement = Measurement(.zero)
        let found: StreakElements
        switch elements {
        case .rows(let rows):
            switch try rows.elements(frame, &measurement) {
            case .unknown(let causes): return .unknown(causes)
            case .known(let list): found = list
            }
        case .periods(let form):
            switch try form.results(frame) {
            case .unknown(let causes): return .unknown(causes)
            case .known(let results): found = Self.elements(results, &measurement)
            }
        }
        let (least, most) = found.runs(run)
        measurement.interval = Interval(
            lower: Ratio(Int64(least.length)), upper: Ratio(Int64(most.length)),
            observed: Ratio(Int64(least.length)))
        if found.isUnbounded {
            measurement.interval.lower = .zero
            measurement.interval.upper = nil
        }
        measurement.run = Measurement.Run(
            days: least.days,
            isCertain: !found.isUnbounded && least.length == most.length
                && least.days == most.days)
        let isCertain = measurement.run?.isCertain ?? false
        measurement.sources.formUnion(
            found.cells(of: isCertain ? least.days : nil), upTo: Trace.limit)
        if let days = least.days { measurement.parts.append(Self.part(days, least.length)) }
        return .known(StreakReading(measurement: measurement))
    }

    /// A sub-period that is not over is no element yet.
    private static func elements(
        _ results: [StretchResult], _ measurement: inout Measurement
    ) -> StreakElements {
        var found = StreakElements()
        for result in results where result.stretch.isOver {
            guard let days = result.stretch.possible else { continue }
            var element = StreakElements.Element(days: days, least: false, most: false)
            switch result.verdict {
            case nil:
                element.isLeftOut = true
                element.cells = result.stretch.excusing
            case .violated, .pending: (element.least, element.most) = (true, true)
            case .undetermined:
                element.most = true
                measurement.causes.formUnion(result.causes)
            default: break
            }
            if element.most { element.cells = result.telling }
            found.elements.append(element)
        }
        return found
    }

    private static func part(_ days: DayRange, _ length: Int) -> OutcomePart {
        var part = OutcomePart(
            id: days.first.description,
            title: Message(
                zh: "\(days.first)至\(days.last)", en: "\(days.first) to \(days.last)"))
        part.observed = String(length)
        return part
    }
}

/// The run of one subject; it does not depend on the stretch.
private struct StreakReading: QuantitySource {
    let measurement: Measurement

    func measurement(in stretch: Stretch) throws(EvaluationError) -> Measurement { measurement }
}
