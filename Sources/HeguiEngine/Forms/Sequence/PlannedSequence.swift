import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Steps have to come in order and at stated distances.
struct PlannedSequence: PlannedRequirement, Judge {
    struct Step: Sendable {
        let id: String
        let title: Message
        let day: PlannedExpression
        let isOptional: Bool
        let gaps: [Gap]
    }

    struct Gap: Sendable {
        let after: Int
        let atLeast: PlannedOperand<PeriodLength>?
        let within: PlannedOperand<PeriodLength>?
        let validFor: PlannedOperand<PeriodLength>?
        let counting: CountingRule
    }

    let steps: [Step]
    let isStrict: Bool

    init(_ form: SequenceRequirement, _ planner: Planner, subject table: Int) {
        isStrict = form.isStrict
        steps = form.steps.map { step in
            Step(
                id: step.id,
                title: step.title.map { Message($0) } ?? Message(zh: step.id, en: step.id),
                day: PlannedExpression(step.day, planner: planner, subject: table),
                isOptional: step.isOptional,
                gaps: step.gaps.map { gap in
                    Gap(
                        after: gap.after, atLeast: planner.plan(gap.atLeast, subject: table),
                        within: planner.plan(gap.within, subject: table),
                        validFor: planner.plan(gap.validFor, subject: table),
                        counting: gap.counting ?? form.counting)
                })
        }
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        var days: [StepDay] = []
        for step in steps { days.append(try StepDay(step.day, frame)) }
        return judgement(try findings(days, frame), days, in: frame)
    }

    /// Returns what each step comes to that was done on its day.
    func findings(
        _ days: [StepDay], _ frame: Frame
    ) throws(EvaluationError) -> [StepFinding] {
        let firstOpen = steps.indices.first { index in
            !steps[index].isOptional && days[index].isNotDone
        }
        var findings: [StepFinding] = []
        for index in steps.indices {
            let check = StepCheck(sequence: self, days: days, index: index, frame: frame)
            if days[index].isNotDone {
                findings.append(index == firstOpen ? try check.openStep() : StepFinding())
            } else {
                findings.append(try check.doneStep())
            }
        }
        return findings
    }

    /// Returns what the steps come to together.
    static func verdict(of findings: [StepFinding]) -> Verdict {
        Verdict.worst(of: findings.compactMap(\.verdict)) ?? .notApplicable
    }

    private func judgement(
        _ findings: [StepFinding], _ days: [StepDay], in frame: Frame
    ) -> Judgement {
        var judgement = Judgement(Self.verdict(of: findings))
        if judgement.verdict == .notApplicable {
            judgement.reason = Message(zh: "尚无已办环节", en: "no step is done")
        }
        let verdict = judgement.verdict
        if let shown = findings.firstIndex(where: { $0.verdict == verdict }) {
            let finding = findings[shown]
            judgement.observed = days[shown].days?.description
            judgement.done = days[shown].isNotDone ? nil : days[shown].days
            judgement.required = finding.required?.description
            judgement.due = finding.due?.rolled
            judgement.nominalDue = finding.due?.nominal
            judgement.dueIsCertain = finding.due?.isCertain ?? true
            judgement.daysLate = finding.daysLate
            judgement.gap = finding.gap
            if verdict == .pending, let due = finding.due {
                judgement.daysLeft = Int64(frame.asOf.days(until: due.rolled))
            }
        }
        let worst = findings.filter { $0.verdict == verdict }
        for finding in worst { judgement.causes.formUnion(finding.causes) }
        judgement.notes = findings.flatMap(\.notes)
        if verdict == .violated || verdict == .pending {
            let problems = worst.flatMap(\.problems)
            if !problems.isEmpty {
                judgement.unmet = Message(
                    zh: problems.map(\.zh).joined(separator: "；"),
                    en: problems.map(\.en).joined(separator: "; "))
            }
        }
        judgement.parts = steps.indices.map { index in
            part(index, findings[index], on: days[index])
        }
        return judgement
    }

    private func part(_ index: Int, _ finding: StepFinding, on day: StepDay) -> OutcomePart {
        var part = OutcomePart(
            id: steps[index].id, title: steps[index].title,
            verdict: finding.verdict ?? .notApplicable)
        part.observed = day.days?.description
        part.required = finding.required?.description
        part.gap = finding.gap
        part.due = finding.due?.rolled
        return part
    }
}

/// When a step was done, as far as it is known.
struct StepDay {
    /// nil: not done, or not readable.
    let days: DayRange?
    /// Whether it is not done for certain.
    let isNotDone: Bool
    /// Whether it is done for certain.
    let isDone: Bool
    let causes: [UnknownCause]

    /// A step of a day that is known, or nil for one that was not done.
    init(_ day: Day?, asOf: Day) {
        days = day.map { DayRange($0) }
        isDone = day.map { $0 <= asOf } ?? false
        isNotDone = !isDone
        causes = []
    }

    /// A day after the as-of day is not done yet.
    init(_ expression: PlannedExpression, _ frame: Frame) throws(EvaluationError) {
        switch try expression.readDay(frame) {
        case .unknown(let missing):
            (days, isNotDone, isDone, causes) = (nil, false, false, missing)
        case .known(nil): (days, isNotDone, isDone, causes) = (nil, true, false, [])
        case .known(let day?):
            days = day.days
            isNotDone = day.days.first > frame.asOf
            isDone = day.days.last <= frame.asOf
            causes = day.days.isOneDay ? [] : day.cause.map { [$0] } ?? []
        }
    }
}

/// What one step of a sequence comes to.
struct StepFinding {
    /// nil: it obliges nobody.
    var verdict: Verdict?
    /// The earliest or the last day that was allowed.
    var required: Day?
    var due: DueDay?
    var daysLate: Int64?
    var gap: Ratio?
    var causes: [UnknownCause] = []
    /// What is wrong, in words.
    var problems: [Message] = []
    var notes: [Message] = []
}
