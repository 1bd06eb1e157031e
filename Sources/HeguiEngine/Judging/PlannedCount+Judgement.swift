import CEL
import HeguiCalendar
import HeguiDiagnostics

extension PlannedCount {
    /// Returns what the counts of all stretches say together: the numbers are those of the
    /// first stretch of the worst verdict, of equals the one with the least.
    func judgement(_ counts: [SpanCount], _ bounds: Bounds, _ asOf: Day) -> Judgement {
        let order: [Verdict] = [.violated, .undetermined, .pending, .met]
        guard let verdict = order.first(where: { one in counts.contains { $0.verdict == one } })
        else { return Judgement(.notApplicable) }
        let worst = counts.filter { $0.verdict == verdict }
        var judgement = Judgement(verdict)
        let shown =
            verdict == .met ? worst.min { $0.tally.observed < $1.tally.observed } : worst.first
        guard let shown else { return judgement }
        state(shown, bounds, in: &judgement)
        if verdict == .pending, let limit = shown.span.limit {
            judgement.daysLeft = Int64(asOf.days(until: limit))
        }
        if verdict == .undetermined {
            for count in worst { judgement.causes.formUnion(count.causes) }
        }
        if counts.count > 1 { judgement.lacking = lacking(worst, bounds, verdict) }
        for count in verdict == .met ? counts : worst {
            for cell in count.sources
            where judgement.sources.count < Trace.limit && !judgement.sources.contains(cell) {
                judgement.sources.append(cell)
            }
        }
        return judgement
    }

    private func state(_ count: SpanCount, _ bounds: Bounds, in judgement: inout Judgement) {
        let tally = count.tally
        judgement.observed = String(tally.observed)
        judgement.required = bounds.text
        judgement.gap = bounds.gap(tally.observed)
        judgement.due = count.span.limit
        judgement.nominalDue = count.span.limit
        if tally.hasLower { judgement.lower = String(tally.lower) }
        judgement.upper = tally.upper.map(String.init)
    }

    private func lacking(
        _ worst: [SpanCount], _ bounds: Bounds, _ verdict: Verdict
    ) -> Message? {
        guard verdict == .violated || verdict == .pending else { return nil }
        let periods = worst.compactMap { count in
            count.span.period.map { ($0, count.tally.observed) }
        }
        return Message(
            zh: periods.map { "\($0.0.chineseDescription)\($0.1)（要求\(bounds.text)）" }
                .joined(separator: "、"),
            en: periods.map { "\($0.0): \($0.1) of \(bounds.text)" }.joined(separator: ", "))
    }
}
