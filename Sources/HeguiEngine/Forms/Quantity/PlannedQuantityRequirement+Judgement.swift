import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension PlannedQuantityRequirement {
    /// Returns what all stretches say together: the numbers are those of the first one of the
    /// worst verdict.
    func judgement(
        _ results: [StretchResult], _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        guard let (verdict, shown) = Verdict.heaviest(of: results, \.verdict) else {
            var judgement = Judgement(.notApplicable)
            judgement.reason = Message(
                zh: isShare ? "分母为零" : "没有应计的时段",
                en: isShare ? "nobody is counted" : "no time counts")
            judgement.parts = try parts(results)
            for result in results {
                judgement.sources.formUnion(result.stretch.excusing, upTo: Trace.limit)
            }
            return judgement
        }
        let worst = results.filter { $0.verdict == verdict }
        var judgement = Judgement(verdict)
        try state(shown, in: &judgement)
        if verdict == .pending, let limit = shown.stretch.limit {
            judgement.daysLeft = Int64(frame.asOf.days(until: limit))
        }
        if verdict == .undetermined {
            for result in worst { judgement.causes.formUnion(result.causes) }
        }
        judgement.parts = try parts(results)
        if results.count > 1, verdict == .violated || verdict == .pending {
            judgement.unmet = try unmet(worst, verdict)
        }
        for result in verdict == .met ? results : worst {
            judgement.sources.formUnion(result.telling, upTo: Trace.limit)
            judgement.besides.formUnion(result.stretch.excusing, upTo: Trace.limit)
        }
        if verdict == .met, canFall, !isShare, !shown.stretch.isOver,
            let limit = shown.stretch.limit
        {
            judgement.notes.append(
                Message(zh: "\(limit)前仍可能变化", en: "this may change until \(limit)"))
        }
        if shown.isScaled, let note = shown.stretch.note { judgement.notes.append(note) }
        return judgement
    }

    /// A bound as people read it.
    private func word(_ bound: Ratio) -> String {
        isShare ? RatioText.percent(bound) : bound.text
    }

    private func state(
        _ result: StretchResult, in judgement: inout Judgement
    ) throws(EvaluationError) {
        judgement.required = result.limits.text(word)
        judgement.asked = result.limits.words(word)
        judgement.due = result.stretch.limit
        judgement.nominalDue = result.stretch.limit
        guard let measurement = result.measurement, measurement.state == .measured else { return }
        if let share = measurement.share {
            share.state(result.limits, in: &judgement)
            judgement.undecided = measurement.undecided
            return
        }
        let interval = measurement.interval
        judgement.observed = interval.observed.text
        judgement.gap = try result.limits.gap(interval.observed, isWhole: isWhole)
        judgement.lower = interval.lower?.text
        judgement.upper = interval.upper?.text
    }

    private func parts(
        _ results: [StretchResult]
    ) throws(EvaluationError) -> [OutcomePart] {
        guard division != nil, quantity.isPerSubperiod else {
            guard let only = results.first, let measurement = only.measurement else { return [] }
            if only.isScaled { return [try part(only)] + measurement.parts }
            return measurement.parts
        }
        var parts: [OutcomePart] = []
        for result in results {
            parts.append(try part(result))
            for var inner in result.measurement?.parts ?? [] {
                inner.id = result.stretch.id + "." + inner.id
                parts.append(inner)
            }
        }
        return parts
    }

    private func part(_ result: StretchResult) throws(EvaluationError) -> OutcomePart {
        var judgement = Judgement(result.verdict ?? .notApplicable)
        if result.verdict != nil { try state(result, in: &judgement) }
        var part = OutcomePart(
            id: result.stretch.id, title: result.stretch.title, verdict: judgement.verdict)
        part.observed = judgement.observed
        part.required = judgement.required
        part.gap = judgement.gap
        part.due = judgement.due
        part.note = result.stretch.note
        return part
    }

    private func unmet(
        _ worst: [StretchResult], _ verdict: Verdict
    ) throws(EvaluationError) -> Message {
        var (zh, en): ([String], [String]) = ([], [])
        for result in worst {
            var own = Judgement(verdict)
            try state(result, in: &own)
            var title = result.stretch.title
            if let observed = own.observed, let asked = own.asked, observed != "0" {
                title.zh += "（\(observed)，要求\(asked.zh)）"
                title.en += " (\(observed) of \(asked.en))"
            }
            zh.append(title.zh)
            en.append(title.en)
        }
        return Message(zh: zh.joined(separator: "、"), en: en.joined(separator: ", "))
    }
}
