import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiRules
import HeguiYAML

/// What was counted in a stretch of time.
struct SpanCount {
    var span: CountSpan
    var verdict: Verdict
    var tally: Tally
    var causes: [UnknownCause]
    var sources: [CellAddress]
}

extension PlannedCount {
    func count(
        _ rows: [RowReference], in span: CountSpan, _ bounds: Bounds, _ frame: Frame
    ) throws(EvaluationError) -> SpanCount {
        let frame = frame.counting(span.period)
        var entries: [Tally.Entry] = []
        var causes: [UnknownCause] = []
        var sources: [CellAddress] = []
        for row in rows {
            let inner = frame.looking(at: row)
            let membership = try belongs(inner, to: span)
            if membership.isKnownFalse { continue }
            if case .unknown(let missing) = membership { causes.formUnion(missing) }
            entries.append(
                Tally.Entry(
                    isCertain: membership.isKnownTrue,
                    key: try key(inner, &causes), value: try amount(inner, &causes)))
            frame.collectRowSources(row, during?.day ?? selection.condition, into: &sources)
        }
        let tally = Tally(entries, isDistinct: !distinct.isEmpty)
        if tally.overflowed { throw EvaluationError(message: "the sum is too large") }
        let verdict = tally.verdict(
            atLeast: bounds.atLeast, atMost: bounds.atMost, isOver: span.isOver)
        return SpanCount(
            span: span, verdict: verdict, tally: tally, causes: causes, sources: sources)
    }

    /// Whether the row in view is counted in `span`; one dated after the as-of day is not.
    private func belongs(
        _ frame: Frame, to span: CountSpan
    ) throws(EvaluationError) -> Answer<Bool> {
        var doubt: [UnknownCause] = []
        var isDoubtful = false
        if let during, let period = span.period {
            switch try during.day.day(frame) {
            case .unknown(let causes): (isDoubtful, doubt) = (true, causes)
            case .known(nil): (isDoubtful, doubt) = (true, during.day.emptyCells(frame))
            case .known(let day?):
                let days = day.days
                guard days.first <= frame.asOf, days.intersects(period.days) else {
                    return .known(false)
                }
                if days.last > frame.asOf || !period.days.contains(days) {
                    (isDoubtful, doubt) = (true, day.cause.map { [$0] } ?? [])
                }
            }
        }
        switch try selection.condition?.truth(frame) ?? .known(true) {
        case .known(false): return .known(false)
        case .known(true): return isDoubtful ? .unknown(doubt) : .known(true)
        case .unknown(let causes):
            doubt.formUnion(causes)
            return .unknown(doubt)
        }
    }

    /// What tells the row in view from others; an empty cell is a value like any other.
    private func key(
        _ frame: Frame, _ causes: inout [UnknownCause]
    ) throws(EvaluationError) -> [KeyPart] {
        var parts: [KeyPart] = []
        for expression in distinct {
            switch try expression.read(frame) {
            case .unknown(let missing):
                causes.formUnion(missing)
                parts.append(.unknown)
            case .known(let value):
                let part = KeyPart(value)
                if !part.isExact, let cause = DayValue.operand(of: value)?.cause {
                    causes.formUnion([cause])
                }
                parts.append(part)
            }
        }
        return parts
    }

    private func amount(
        _ frame: Frame, _ causes: inout [UnknownCause]
    ) throws(EvaluationError) -> Int64? {
        guard let value else { return 1 }
        switch try value.read(frame) {
        case .known(.int(let number)): return number
        case .unknown(let missing): causes.formUnion(missing)
        case .known(.null): causes.formUnion(value.emptyCells(frame))
        case .known:
            throw EvaluationError(message: "`\(value.source.source.text)` is not a whole number")
        }
        return nil
    }
}
