import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// An act that has to be done by a day.
struct PlannedDeadline: PlannedRequirement, Judge {
    enum Due: Sendable {
        case within(from: PlannedExpression, length: PlannedOperand<PeriodLength>)
        case by(PlannedOperand<Day>)
    }

    /// The first and the last due day that may be meant.
    private struct DueDays {
        let first: DueDay
        let last: DueDay
        /// What to name where they differ.
        let causes: [UnknownCause]
    }

    let done: PlannedExpression
    let due: Due
    let notBefore: PlannedOperand<Day>?
    let counting: CountingRule

    init(_ form: DeadlineRequirement, _ planner: Planner, subject table: Int) {
        done = PlannedExpression(form.done, planner: planner, subject: table)
        due =
            switch form.due {
            case .within(let from, let length):
                .within(
                    from: PlannedExpression(from, planner: planner, subject: table),
                    length: PlannedOperand(length, planner: planner, subject: table))
            case .by(let day): .by(PlannedOperand(day, planner: planner, subject: table))
            }
        notBefore = planner.plan(form.notBefore, subject: table)
        counting = form.counting
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        let act = try done.readDay(frame)
        let limits = try dueDays(frame)
        var missing = MissingOperands()
        let opening = try missing.read(notBefore, frame)
        return missing.isAny
            ? .undetermined(missing.causes) : judgement(of: act, due: limits, from: opening, frame)
    }

    private func judgement(
        of act: Answer<DayValue?>, due limits: Answer<DueDays>, from opening: Day?, _ frame: Frame
    ) -> Judgement {
        switch (act, limits) {
        case (.known(let act), .known(let limits)):
            if let probe = frame.probe {
                note(act, due: limits, from: opening, asOf: frame.asOf, probe)
            }
            return judgement(of: act, due: limits, from: opening, asOf: frame.asOf)
        case (.unknown(var causes), .unknown(let others)):
            causes.formUnion(others)
            return .undetermined(causes)
        case (.known(let act), .unknown(let causes)):
            var judgement = Judgement.undetermined(causes)
            judgement.done = act?.days
            judgement.observed = act?.description
            return judgement
        case (.unknown(let causes), .known(let limits)):
            var judgement = Judgement.undetermined(causes)
            state(limits, in: &judgement)
            return judgement
        }
    }

    private func judgement(
        of act: DayValue?, due limits: DueDays, from opening: Day?, asOf: Day
    ) -> Judgement {
        let days = act?.days
        // An act dated after the as-of day has not happened yet; one that came too early is none.
        func counted(_ day: Day?) -> Day? {
            guard let day, day <= asOf, day >= opening ?? day else { return nil }
            return day
        }
        let (first, last) = (counted(days?.first), counted(days?.last))
        let verdicts = Set(
            [first, last].flatMap { done in
                [limits.first, limits.last].map { verdict(done: done, due: $0.rolled, asOf) }
            })
        guard verdicts.count == 1, let verdict = verdicts.first else {
            var causes = act.flatMap { $0.days.isOneDay ? nil : $0.cause }.map { [$0] } ?? []
            causes.formUnion(limits.causes)
            var judgement = Judgement.undetermined(causes)
            state(limits, in: &judgement)
            judgement.done = days
            judgement.observed = act?.description
            return judgement
        }
        var judgement = Judgement(verdict)
        state(limits, in: &judgement)
        judgement.gap = .zero
        noteOpening(opening, days, in: &judgement)
        if let days, first != nil {
            judgement.done = days
            judgement.observed = days.description
            noteRoll(limits.last, days, in: &judgement)
        }
        stateDays(due: limits.last.rolled, done: first, asOf: asOf, in: &judgement)
        return judgement
    }

    /// Notes how the act, or without one the as-of day, lies beside the due day.
    private func note(
        _ act: DayValue?, due limits: DueDays, from opening: Day?, asOf: Day,
        _ probe: BoundaryProbe
    ) {
        let done = act.flatMap { $0.days.day }
        if let opening { probe.compare(notBefore?.span, done, with: opening) }
        guard limits.first == limits.last else { return }
        let place: Span? =
            switch due {
            case .within(_, let length): length.span
            case .by(let day): day.span
            }
        let isCounted = done.map { $0 <= asOf && $0 >= opening ?? $0 } ?? false
        probe.compare(place, isCounted ? done : asOf, with: limits.last.rolled)
    }

    /// States how many days are left until the due day, or how many it is late.
    private func stateDays(
        due: Day, done: Day?, asOf: Day, in judgement: inout Judgement
    ) {
        switch judgement.verdict {
        case .violated:
            let late = Int64(due.days(until: done ?? asOf))
            judgement.daysLate = late
            judgement.gap = Ratio(late)
        case .pending:
            let left = Int64(asOf.days(until: due))
            judgement.daysLeft = left
            judgement.gap = Ratio(left)
        default: judgement.daysLate = 0
        }
    }

    private func verdict(done: Day?, due: Day, _ asOf: Day) -> Verdict {
        if let done { return done <= due ? .met : .violated }
        return asOf < due ? .pending : .violated
    }

    private func state(_ limits: DueDays, in judgement: inout Judgement) {
        guard limits.first == limits.last else { return }
        let due = limits.last
        judgement.due = due.rolled
        judgement.nominalDue = due.nominal
        judgement.dueIsCertain = due.isCertain
        judgement.required = due.rolled.description
        guard !due.isCertain else { return }
        let years = due.uncoveredYears.map(String.init)
        judgement.notes.append(
            Message(
                zh: "日历未收录\(years.joined(separator: "、"))年的节假日安排，期限只按周末推算",
                en: "the calendar lacks the holidays of \(years.joined(separator: ", ")), "
                    + "so the due day regards weekends only"))
    }

    private func noteOpening(_ opening: Day?, _ done: DayRange?, in judgement: inout Judgement) {
        guard let opening, let done, done.last < opening else { return }
        judgement.notes.append(
            Message(
                zh: "\(done)早于可以办理的\(opening)，不计",
                en: "\(done) is before \(opening), the first day, and does not count"))
    }

    private func noteRoll(_ due: DueDay, _ done: DayRange, in judgement: inout Judgement) {
        guard due.nominal < due.rolled, due.nominal < done.last, done.first <= due.rolled else {
            return
        }
        judgement.notes.append(
            Message(
                zh: "期限届满日\(due.nominal)为休息日，顺延至\(due.rolled)",
                en: "the term ends on \(due.nominal), a day off, and so runs until \(due.rolled)"))
    }

    private func dueDays(_ frame: Frame) throws(EvaluationError) -> Answer<DueDays> {
        switch due {
        case .by(let operand):
            switch try operand.read(frame) {
            case .unknown(let causes): return .unknown(causes)
            case .known(let day):
                let fixed = CountingRule(roll: .none).due(on: day, calendar: frame.calendar)
                return .known(DueDays(first: fixed, last: fixed, causes: []))
            }
        case .within(let from, let length):
            switch (try from.day(frame), try length.read(frame)) {
            case (.unknown(var causes), .unknown(let others)):
                causes.formUnion(others)
                return .unknown(causes)
            case (.unknown(let causes), _), (_, .unknown(let causes)): return .unknown(causes)
            case (.known(nil), _): return .unknown(from.missingCells(frame))
            case (.known(let start?), .known(let length)):
                return .known(
                    DueDays(
                        first: due(start.days.first, plus: length, frame),
                        last: due(start.days.last, plus: length, frame),
                        causes: start.cause.map { [$0] } ?? []))
            }
        }
    }

    private func due(_ day: Day, plus length: PeriodLength, _ frame: Frame) -> DueDay {
        counting.due(from: day, within: length, calendar: frame.calendar)
    }
}
