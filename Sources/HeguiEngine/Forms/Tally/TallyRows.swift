import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// One subject's rows, ready to be counted or added up.
struct TallyRows: QuantitySource {
    let tally: PlannedTally
    let frame: Frame
    let caps: CapLadder
    let rows: [DatedRow]
    /// What there may be besides.
    let open: OpenPart?

    func measurement(in stretch: Stretch) throws(EvaluationError) -> Measurement {
        try raw(in: stretch).measurement
    }

    /// Returns the reading, and what the rows give before all caps.
    func raw(in stretch: Stretch) throws(EvaluationError) -> (measurement: Measurement, raw: Ratio)
    {
        let frame = frame.counting(stretch.period)
        var entries: [TallyEntry] = []
        var raw = Ratio.zero
        var measurement = Measurement(.zero)
        for row in rows {
            let inner = frame.looking(at: row.row)
            let belongs = try tally.belongs(row, to: stretch, inner)
            if belongs.isKnownFalse { continue }
            if case .unknown(let missing) = belongs { measurement.causes.formUnion(missing) }
            // A cap may ask more exactly for the day than the window does.
            if caps.asksForDays, case .on(_, let causes) = row.days {
                measurement.causes.formUnion(causes)
            }
            let key = try tally.key(inner, &measurement.causes)
            let whole = try tally.amount(inner, &measurement.causes)
            let amount = caps.capped(row: whole)
            let own = try spread(amount, over: row.days, in: stretch, &measurement.causes)
            for portion in own {
                var entry = TallyEntry(
                    isCertain: true, key: key, amount: portion.amount, days: portion.days)
                if !belongs.isKnownTrue { entry.doubt() }
                entries.append(entry)
            }
            if belongs.isKnownTrue { raw = try raw.plus(whole.observed) }
            tally.evidence.collect(row.row, frame.rowStore, into: &measurement.sources)
        }
        if !tally.distinct.isEmpty { entries = TallyEntry.distinct(entries) }
        if let open {
            // A row that was not read may take the place of one of its kind, on a day of its own.
            if !tally.distinct.isEmpty, caps.asksForDays {
                for place in entries.indices { entries[place].days = nil }
            }
            measurement.causes.formUnion(open.causes)
            entries.append(try openEntry(open))
        }
        measurement.interval = try caps.sum(entries)
        return (measurement, raw)
    }

    /// What rows give together that were not read: anything from nothing on.
    private func openEntry(_ open: OpenPart) throws(EvaluationError) -> TallyEntry {
        let one = Interval(
            lower: .zero, upper: tally.value == nil ? .one : nil, observed: .zero)
        var amount = caps.capped(row: one)
        let most = open.atMost.map { Ratio(Int64($0)) }
        if let each = amount.upper, let most {
            amount.upper = try each.times(most)
        } else {
            amount.upper = nil
        }
        return TallyEntry(
            isCertain: false, key: [], amount: amount, days: nil, standsForSeveral: true)
    }

    private struct Portion {
        var amount: Interval
        var days: DayRange?
    }

    /// Spreads what a row gives over its days, as finely as the caps ask.
    private func spread(
        _ amount: Interval, over days: RowDays, in stretch: Stretch, _ causes: inout [UnknownCause]
    ) throws(EvaluationError) -> [Portion] {
        guard case .spread(let all) = days else {
            if case .on(let days, _) = days { return [Portion(amount: amount, days: days)] }
            return [Portion(amount: amount, days: nil)]
        }
        guard let seen = DayRange(first: all.first, last: min(all.last, stretch.horizon)),
            let possible = stretch.possible?.intersection(seen)
        else { return [] }
        let certain = stretch.certain?.intersection(seen)
        if certain != possible { causes.formUnion(stretch.causes) }
        var portions: [Portion] = []
        for chunk in chunks(of: possible) {
            let most = try Self.portion(amount, chunk.count, of: all.count)
            let sure = certain?.intersection(chunk)?.count ?? 0
            let least = try Self.portion(amount, sure, of: all.count)
            portions.append(
                Portion(
                    amount: Interval(
                        lower: least.lower, upper: most.upper, observed: least.observed),
                    days: chunk))
        }
        return portions
    }

    private static func portion(
        _ amount: Interval, _ days: Int, of all: Int
    ) throws(EvaluationError) -> Interval {
        let (part, whole) = (Ratio(Int64(days)), Ratio(Int64(all)))
        return try amount.mapped { (number) throws(EvaluationError) in
            try number.times(part).over(whole)
        }
    }

    /// Single days or months where caps look at them.
    private func chunks(of days: DayRange) -> [DayRange] {
        guard caps.asksForDays else { return [days] }
        var chunks: [DayRange] = []
        var start = days.first
        while start <= days.last {
            let end =
                caps.asksForSingleDays
                ? start : min(days.last, CalendarPeriod(containing: start, unit: .month).end)
            chunks.append(DayRange(first: start, last: end) ?? DayRange(start))
            if end == .maximum { break }
            start = end.adding(days: 1)
        }
        return chunks
    }
}

extension PlannedTally {
    /// Whether the row in view counts in `stretch`.
    fileprivate func belongs(
        _ row: DatedRow, to stretch: Stretch, _ frame: Frame
    ) throws(EvaluationError) -> Answer<Bool> {
        let isThen = row.belongs(to: stretch)
        if isThen.isKnownFalse { return isThen }
        return isThen.and(try selection.condition?.truth(frame) ?? .known(true))
    }

    /// What tells the row in view from others; an empty cell is a value like any other.
    fileprivate func key(
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

    /// What the row in view adds: at least nothing.
    fileprivate func amount(
        _ frame: Frame, _ causes: inout [UnknownCause]
    ) throws(EvaluationError) -> Interval {
        guard let value else { return Interval(exactly: .one) }
        switch try value.read(frame) {
        case .unknown(let missing): causes.formUnion(missing)
        case .known(.null): causes.formUnion(value.missingCells(frame))
        case .known(let number):
            guard case .known(let ratio)? = Ratio.literal(of: number) else {
                throw EvaluationError(message: "`\(value.source.source.text)` is not a number")
            }
            if ratio < .zero {
                throw EvaluationError(message: "`\(value.source.source.text)` is below zero")
            }
            return Interval(exactly: ratio)
        }
        return Interval(lower: .zero, upper: nil, observed: .zero)
    }
}
