import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// A share of rows with its exact bounds over all that is unknown or unconfirmed.
struct Share {
    private var numerator: Int64 = 0
    private var denominator: Int64 = 0
    private var least = Fraction()
    private var most = Fraction()
    private var unconfirmed: Int64 = 0
    /// Rows that belong in part or whole to the unknown.
    private var undetermined: Int64 = 0
    private var causes: [UnknownCause] = []
    /// Whether there may be rows without number that were not read.
    private var isUnbounded = false

    private struct Fraction {
        var numerator: Int64 = 0
        var denominator: Int64 = 0

        var text: String { "\(numerator)/\(denominator)" }
        var ratio: Ratio? { Ratio(numerator, denominator) }
    }

    /// Counts a row of which at least the part in the denominator is not known to be false.
    mutating func add(
        counted: Answer<Bool>, fulfilled: Answer<Bool>, confirmed: Answer<Bool>
    ) {
        let (canFail, canPass) = (!fulfilled.isKnownTrue, !fulfilled.isKnownFalse)
        var isUnknown = false
        for case .unknown(let missing) in [counted, fulfilled] {
            causes.formUnion(missing)
            isUnknown = true
        }
        if isUnknown { undetermined += 1 }
        guard counted.isKnownTrue else {
            // The least share counts the row where it can lower it, the most where it can raise it.
            if canFail || !confirmed.isKnownTrue { least.denominator += 1 }
            if canPass {
                most.numerator += 1
                most.denominator += 1
            }
            return
        }
        denominator += 1
        least.denominator += 1
        most.denominator += 1
        if canPass { most.numerator += 1 }
        guard fulfilled.isKnownTrue else { return }
        numerator += 1
        if confirmed.isKnownTrue { least.numerator += 1 } else { unconfirmed += 1 }
    }

    /// Counts rows that were not read: all may count, and be fulfilled or not.
    mutating func add(_ open: OpenPart) {
        causes.formUnion(open.causes)
        guard let most = open.atMost.map({ Int64($0) }) else {
            isUnbounded = true
            undetermined += 1
            return
        }
        undetermined += most
        least.denominator += most
        self.most.numerator += most
        self.most.denominator += most
    }

    /// Returns the share with its bounds.
    func measurement(_ sources: [CellAddress]) -> Measurement {
        var measurement = Measurement(.anything)
        measurement.causes = causes
        measurement.sources = sources
        guard let ratio = Ratio(numerator, denominator) else {
            measurement.state = undetermined > 0 ? .unknown : .empty
            return measurement
        }
        measurement.interval =
            isUnbounded
            ? Interval(lower: .zero, upper: .one, observed: ratio)
            : Interval(lower: least.ratio ?? ratio, upper: most.ratio ?? ratio, observed: ratio)
        measurement.share = self
        return measurement
    }

    /// Notes how the share lies beside a bound, where it is known.
    func note(_ place: Span?, _ limit: Ratio?, in probe: BoundaryProbe) {
        guard undetermined == 0, unconfirmed == 0 else { return }
        probe.compare(place, share: numerator, of: denominator, limit)
    }

    /// Sets what was found in a judgement, and where it is unsettled why.
    func state(_ limits: Limits, in judgement: inout Judgement) {
        guard let ratio = Ratio(numerator, denominator) else { return }
        judgement.observed = "\(numerator)/\(denominator)"
        let (lower, upper) =
            isUnbounded ? (.zero, .one) : (least.ratio ?? ratio, most.ratio ?? ratio)
        judgement.rate = Outcome.Rate(
            numerator: numerator, denominator: denominator, lower: lower, upper: upper)
        judgement.gap = needed(for: limits).map { Ratio($0) }
        guard !isUnbounded else { return }
        judgement.lower = least.text
        judgement.upper = most.text
        if judgement.verdict == .undetermined { judgement.reason = reason(ratio, limits) }
    }

    /// How many rows more or fewer have to be fulfilled to keep the limits.
    private func needed(for limits: Limits) -> Int64? {
        func rows(_ bound: Ratio?, _ rounding: Rounding, beyond: Int64) -> Int64?? {
            guard let bound else { return .some(nil) }
            let product = bound.multiplied(by: Ratio(denominator))
            guard let product, product >= .zero,
                let whole = product.rounded(to: .one, rounding)?.whole
            else { return nil }
            let isExact = product.whole != nil
            return .some(beyond != 0 && isExact ? whole + beyond : whole)
        }
        guard let least = rows(limits.atLeast, .up, beyond: 0),
            let above = rows(limits.moreThan, .up, beyond: 1),
            let most = rows(limits.atMost, .down, beyond: 0),
            let below = rows(limits.lessThan, .down, beyond: -1)
        else { return nil }
        let lacking = [least, above].compactMap { $0 }.map { $0 - numerator }
        let surplus = [most, below].compactMap { $0 }.map { numerator - $0 }
        return max(0, (lacking + surplus).max() ?? 0)
    }

    private func reason(_ ratio: Ratio, _ limits: Limits) -> Message {
        let asked = limits.text(RatioText.percent)
        let share = "\(numerator)/\(denominator)"
        let keeps = limits.side(of: Interval(exactly: ratio)) == .within
        let isFloor = limits.atMost == nil && limits.lessThan == nil
        let word =
            isFloor
            ? Message(zh: keeps ? "已达到" : "未达到", en: keeps ? "reaches" : "does not reach")
            : Message(zh: keeps ? "符合" : "不符合", en: keeps ? "is within" : "is outside")
        var zh = "现为\(share)，\(word.zh)\(asked)"
        var en = "\(share) \(word.en) \(asked)"
        if unconfirmed > 0 {
            zh += "，其中\(unconfirmed)项未经确认"
            en += ", but \(unconfirmed) of these lack confirmation"
        }
        if undetermined > 0 {
            zh += "，另有\(undetermined)项数据不全"
            en += ", and \(undetermined) cannot be told for want of data"
        }
        return Message(
            zh: zh + "；实际在\(least.text)与\(most.text)之间，待核实",
            en: en + "; it lies between \(least.text) and \(most.text) and is to be verified")
    }
}
