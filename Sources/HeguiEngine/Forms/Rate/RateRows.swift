import CEL
import HeguiDiagnostics
import HeguiPack

/// One subject's rows, ready to be divided into those that fulfil a condition and others.
struct RateRows: QuantitySource {
    let rate: PlannedRate
    let frame: Frame
    let rows: [DatedRow]

    func reading(in stretch: Stretch) throws(EvaluationError) -> Measurement {
        let frame = frame.counting(stretch.period)
        var share = Share()
        var sources: [CellAddress] = []
        for row in rows {
            try count(
                row, in: stretch, frame.looking(at: row.row), into: &share, sources: &sources)
        }
        return share.reading(sources)
    }

    private func count(
        _ row: DatedRow, in stretch: Stretch, _ inner: Frame, into share: inout Share,
        sources: inout [CellAddress]
    ) throws(EvaluationError) {
        let isThen = row.belongs(to: stretch)
        if isThen.isKnownFalse { return }
        let isCounted = isThen.and(try rate.denominator?.truth(inner) ?? .known(true))
        if isCounted.isKnownFalse { return }
        let isFulfilled = try rate.numerator.truth(inner)
        var isConfirmed = Answer<Bool>.known(true)
        if let confirmed = rate.confirmed, !isFulfilled.isKnownFalse {
            isConfirmed = try confirmed.truth(inner)
        }
        share.add(counted: isCounted, fulfilled: isFulfilled, confirmed: isConfirmed)
        if isFulfilled.isKnownTrue, isConfirmed.isKnownTrue { return }
        let isKnown = [isCounted, isFulfilled, isConfirmed].allSatisfy(\.isKnown)
        rate.evidence.collect(row.row, isKnown: isKnown, inner.records, into: &sources)
    }
}
