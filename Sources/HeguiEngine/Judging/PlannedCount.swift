import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiRules

/// The number of a relation's rows, or the sum of their values, has to lie within bounds.
struct PlannedCount: PlannedRequirement, Judge {
    let selection: PlannedSelection
    let value: PlannedExpression?
    let distinct: [PlannedExpression]
    let during: During?
    private let due: PlannedOperand<Day>?
    private let atLeast: PlannedOperand<Int64>?
    private let atMost: PlannedOperand<Int64>?

    struct During: Sendable {
        let unit: CalendarUnit
        let day: PlannedExpression
        let each: CalendarUnit?
        let grace: PlannedOperand<PeriodLength>?
    }

    /// The bounds of the requirement.
    struct Bounds {
        var atLeast: Int64?
        var atMost: Int64?

        var text: String {
            switch (atLeast, atMost) {
            case (let least?, let most?): least == most ? "\(least)" : "\(least)–\(most)"
            case (let bound?, nil), (nil, let bound?): String(bound)
            case (nil, nil): ""
            }
        }

        /// Returns how much `number` is outside.
        func gap(_ number: Int64) -> Int64 {
            max(0, (atLeast ?? number) &- number, number &- (atMost ?? number))
        }
    }

    init?(_ form: CountRequirement, _ planner: Planner, _ table: Int) {
        guard let selection = PlannedSelection(form.selection, planner, table) else { return nil }
        let rows = selection.table
        self.selection = selection
        value = planner.plan(form.value, subject: table, row: rows)
        distinct = form.distinct.map {
            PlannedExpression($0, planner: planner, subject: table, row: rows)
        }
        during = form.during.map {
            During(
                unit: $0.unit,
                day: PlannedExpression($0.day, planner: planner, subject: table, row: rows),
                each: $0.each, grace: planner.plan($0.grace, subject: table))
        }
        due = planner.plan(form.due, subject: table)
        atLeast = planner.plan(form.atLeast, subject: table)
        atMost = planner.plan(form.atMost, subject: table)
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        var missing = Missing()
        let bounds = Bounds(
            atLeast: try read(atLeast, frame, &missing), atMost: try read(atMost, frame, &missing))
        let spans = try spans(frame, &missing)
        if missing.isMissing { return .undetermined(missing.causes) }
        switch selection.rows(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let rows):
            var counts: [SpanCount] = []
            for span in spans { counts.append(try count(rows, in: span, bounds, frame)) }
            return judgement(counts, bounds, frame.asOf)
        }
    }

    /// What the bounds and limits could not be read for want of.
    private struct Missing {
        var isMissing = false
        var causes: [UnknownCause] = []
    }

    private func read<Literal>(
        _ operand: PlannedOperand<Literal>?, _ frame: Frame, _ missing: inout Missing
    ) throws(EvaluationError) -> Literal? {
        switch try operand?.read(frame) {
        case nil: return nil
        case .known(let literal): return literal
        case .unknown(let causes):
            missing.isMissing = true
            missing.causes.formUnion(causes)
            return nil
        }
    }

    /// The stretches of time in each of which the bounds hold.
    private func spans(
        _ frame: Frame, _ missing: inout Missing
    ) throws(EvaluationError) -> [CountSpan] {
        guard let during else {
            let due = try read(due, frame, &missing)
            return [
                CountSpan(period: nil, limit: due, isOver: due.map { frame.asOf >= $0 } ?? true)
            ]
        }
        let grace = try read(during.grace, frame, &missing)
        let whole = CalendarPeriod(containing: frame.asOf, unit: during.unit)
        let periods = during.each.map(whole.subperiods) ?? [whole]
        return periods.map { period in
            let limit = grace.map { Self.end(of: period, plus: $0, frame) } ?? period.end
            return CountSpan(period: period, limit: limit, isOver: frame.asOf >= limit)
        }
    }

    private static func end(
        of period: CalendarPeriod, plus grace: PeriodLength, _ frame: Frame
    ) -> Day {
        CountingRule(roll: .none).due(from: period.end, within: grace, calendar: frame.calendar)
            .nominal
    }
}

/// A stretch of time whose rows are counted: a period, or all time.
struct CountSpan {
    var period: CalendarPeriod?
    /// The day until which the bound may still be reached.
    var limit: Day?
    var isOver: Bool
}
