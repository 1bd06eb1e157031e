import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Checks one step of a sequence against those before it.
struct StepCheck {
    let sequence: PlannedSequence
    let days: [StepDay]
    let index: Int
    let frame: Frame

    private var step: PlannedSequence.Step { sequence.steps[index] }

    /// Returns what a step comes to that is done, or may be.
    func doneStep() throws(EvaluationError) -> StepFinding {
        guard let own = days[index].days, days[index].isDone else {
            var finding = StepFinding()
            finding.verdict = .undetermined
            finding.causes = days[index].causes
            return finding
        }
        var finding = StepFinding()
        finding.verdict = .met
        for earlier in sequence.steps.indices.prefix(index)
        where !sequence.steps[earlier].isOptional {
            checkOrder(own, after: earlier, &finding)
        }
        for gap in step.gaps { try check(gap, own, in: &finding) }
        return finding
    }

    /// Returns what the first step comes to that is not done: how long there is time for it.
    func openStep() throws(EvaluationError) -> StepFinding {
        var finding = StepFinding()
        for gap in step.gaps {
            let start = days[gap.after]
            guard let from = start.days, start.isDone else {
                if !start.isNotDone, gap.within != nil {
                    finding.take(.undetermined)
                    finding.causes.formUnion(start.causes)
                }
                continue
            }
            if let within = try length(gap.within, &finding) {
                note(
                    gap.within, frame.asOf, allowed: due(from.first, plus: within, gap).rolled,
                    from: from)
                checkOpen(gap, from: from, within: within, causes: start.causes, &finding)
            }
            if let valid = try length(gap.validFor, &finding) {
                let end = nominal(from.last, plus: valid, gap)
                if frame.asOf > end {
                    let title = sequence.steps[gap.after].title
                    finding.notes.append(
                        Message(
                            zh: "“\(title.zh)”已于\(end)失效，须重新办理",
                            en: "“\(title.en)” expired on \(end) and is to be renewed"))
                }
            }
        }
        return finding
    }

    private func checkOpen(
        _ gap: PlannedSequence.Gap, from: DayRange, within: PeriodLength,
        causes: [UnknownCause], _ finding: inout StepFinding
    ) {
        let first = due(from.first, plus: within, gap)
        let last = due(from.last, plus: within, gap)
        if frame.asOf < first.rolled {
            if finding.due.map({ last.rolled < $0.rolled }) ?? true { finding.due = last }
            finding.take(.pending)
            finding.required = finding.due?.rolled
            finding.gap = finding.due.map { Ratio(Int64(frame.asOf.days(until: $0.rolled))) }
            finding.problems.append(
                Message(
                    zh: "“\(step.title.zh)”应在\(last.rolled)前办理",
                    en: "“\(step.title.en)” is due by \(last.rolled)"))
        } else if frame.asOf >= last.rolled {
            finding.take(.violated)
            finding.due = last
            finding.required = last.rolled
            let late = Int64(last.rolled.days(until: frame.asOf))
            finding.daysLate = late
            finding.gap = Ratio(late)
            finding.problems.append(
                Message(
                    zh: "“\(step.title.zh)”应在\(last.rolled)前办理，尚未办理",
                    en: "“\(step.title.en)” was due by \(last.rolled) and is not done"))
        } else {
            finding.take(.undetermined)
            finding.causes.formUnion(causes)
        }
    }

    private func checkOrder(_ own: DayRange, after earlier: Int, _ finding: inout StepFinding) {
        let other = days[earlier]
        let title = sequence.steps[earlier].title
        if other.isNotDone {
            finding.take(.violated)
            finding.problems.append(
                Message(
                    zh: "“\(step.title.zh)”之前缺“\(title.zh)”",
                    en: "“\(title.en)” is missing before “\(step.title.en)”"))
            return
        }
        guard let before = other.days, other.isDone else {
            finding.take(.undetermined)
            return finding.causes.formUnion(other.causes)
        }
        let isInOrder = sequence.isStrict ? before.last < own.first : before.last <= own.first
        if isInOrder { return }
        let isOutOfOrder = sequence.isStrict ? before.first >= own.last : before.first > own.last
        guard isOutOfOrder else {
            finding.take(.undetermined)
            finding.causes.formUnion(other.causes)
            return finding.causes.formUnion(days[index].causes)
        }
        finding.take(.violated)
        let word =
            sequence.isStrict
            ? Message(zh: "不晚于", en: "is not after") : Message(zh: "早于", en: "is before")
        finding.problems.append(
            Message(
                zh: "“\(step.title.zh)”（\(own)）\(word.zh)“\(title.zh)”（\(before)）",
                en: "“\(step.title.en)” (\(own)) \(word.en) “\(title.en)” (\(before))"))
    }

    private func check(
        _ gap: PlannedSequence.Gap, _ own: DayRange, in finding: inout StepFinding
    ) throws(EvaluationError) {
        let start = days[gap.after]
        // A step that is not done is either optional or already named as missing.
        if start.isNotDone { return }
        guard let from = start.days, start.isDone else {
            finding.take(.undetermined)
            return finding.causes.formUnion(start.causes)
        }
        let causes = start.causes + days[index].causes
        if let least = try length(gap.atLeast, &finding) {
            let earliest = DayRange(
                first: passed(from.first, plus: least, gap),
                last: passed(from.last, plus: least, gap))
            note(gap.atLeast, own.day, allowed: (earliest ?? from).first, from: from)
            checkEarliest(earliest ?? from, of: gap, own: own, causes: causes, &finding)
        }
        if let within = try length(gap.within, &finding) {
            let (first, last) = (
                due(from.first, plus: within, gap), due(from.last, plus: within, gap)
            )
            note(gap.within, own.day, allowed: last.rolled, from: from)
            checkLast(
                first: first, last: last, of: gap, own: own, causes: causes, &finding)
        }
        if let valid = try length(gap.validFor, &finding) {
            let ends = [from.first, from.last].map { nominal($0, plus: valid, gap) }
            let none = CountingRule(roll: .none)
            let (first, last) = (
                none.due(on: ends[0], calendar: frame.calendar),
                none.due(on: ends[1], calendar: frame.calendar)
            )
            note(gap.validFor, own.day, allowed: last.rolled, from: from)
            checkLast(
                first: first, last: last, of: gap, own: own, causes: causes, &finding)
        }
    }

    /// Notes how a day lies beside what a gap allows, where the gap's start is known.
    private func note(
        _ operand: PlannedOperand<PeriodLength>?, _ day: Day?, allowed: Day, from: DayRange
    ) {
        if from.isOneDay { frame.probe?.compare(operand?.span, day, with: allowed) }
    }

    private func checkEarliest(
        _ earliest: DayRange, of gap: PlannedSequence.Gap, own: DayRange,
        causes: [UnknownCause], _ finding: inout StepFinding
    ) {
        if finding.required == nil { finding.required = earliest.last }
        if own.first >= earliest.last { return }
        guard own.last < earliest.first else {
            finding.take(.undetermined)
            return finding.causes.formUnion(causes)
        }
        if finding.take(.violated) {
            finding.required = earliest.first
            finding.gap = Ratio(Int64(own.last.days(until: earliest.first)))
        }
        let title = sequence.steps[gap.after].title
        finding.problems.append(
            Message(
                zh: "“\(step.title.zh)”（\(own)）距“\(title.zh)”不足期限，最早\(earliest.first)",
                en: "“\(step.title.en)” (\(own)) comes too soon after “\(title.en)”, "
                    + "not before \(earliest.first)"))
    }

    private func checkLast(
        first: DueDay, last: DueDay, of gap: PlannedSequence.Gap, own: DayRange,
        causes: [UnknownCause], _ finding: inout StepFinding
    ) {
        if finding.verdict == .met { (finding.required, finding.due) = (last.rolled, last) }
        if own.last <= first.rolled { return }
        guard own.first > last.rolled else {
            finding.take(.undetermined)
            return finding.causes.formUnion(causes)
        }
        if finding.take(.violated) {
            let late = Int64(last.rolled.days(until: own.first))
            (finding.required, finding.due) = (last.rolled, last)
            finding.daysLate = late
            finding.gap = Ratio(late)
        }
        let title = sequence.steps[gap.after].title
        finding.problems.append(
            Message(
                zh: "“\(step.title.zh)”（\(own)）距“\(title.zh)”超过期限，最迟\(last.rolled)",
                en: "“\(step.title.en)” (\(own)) comes too late after “\(title.en)”, "
                    + "not after \(last.rolled)"))
    }

    private func length(
        _ operand: PlannedOperand<PeriodLength>?, _ finding: inout StepFinding
    ) throws(EvaluationError) -> PeriodLength? {
        switch try operand?.read(frame) {
        case nil: return nil
        case .known(let length)?: return length
        case .unknown(let causes)?:
            finding.take(.undetermined)
            finding.causes.formUnion(causes)
            return nil
        }
    }

    /// Returns the first day on which all of the length has passed, whichever day counts first.
    private func passed(_ day: Day, plus length: PeriodLength, _ gap: PlannedSequence.Gap) -> Day {
        CountingRule(start: .nextDay, end: gap.counting.end, roll: .none)
            .due(from: day, within: length, calendar: frame.calendar).nominal
    }

    private func nominal(_ day: Day, plus length: PeriodLength, _ gap: PlannedSequence.Gap) -> Day {
        gap.counting.due(from: day, within: length, calendar: frame.calendar).nominal
    }

    private func due(_ day: Day, plus length: PeriodLength, _ gap: PlannedSequence.Gap) -> DueDay {
        gap.counting.due(from: day, within: length, calendar: frame.calendar)
    }
}

extension StepFinding {
    /// Takes the worse of two verdicts; returns whether it is the first of its kind.
    @discardableResult
    fileprivate mutating func take(_ other: Verdict) -> Bool {
        let isNew = verdict != other
        verdict = Verdict.worst(of: [verdict, other].compactMap(\.self))
        return isNew && verdict == other
    }
}
