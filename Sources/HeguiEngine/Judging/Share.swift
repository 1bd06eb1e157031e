import CEL
import HeguiDiagnostics
import HeguiRules

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

    /// Returns the verdict on the share against `required`.
    func judgement(_ required: Ratio) -> Judgement {
        guard let ratio = Ratio(numerator, denominator) else {
            return undetermined > 0 ? .undetermined(causes) : Judgement(.notApplicable)
        }
        let lower = least.ratio ?? ratio
        let upper = most.ratio ?? ratio
        var judgement = Judgement(
            lower >= required ? .met : upper < required ? .violated : .undetermined)
        judgement.observed = "\(numerator)/\(denominator)"
        judgement.required = RatioText.percent(required)
        judgement.rate = Outcome.Rate(
            numerator: numerator, denominator: denominator, lower: lower, upper: upper)
        judgement.lower = least.text
        judgement.upper = most.text
        judgement.gap = needed(for: required)
        if judgement.verdict == .undetermined {
            judgement.causes = causes
            judgement.reason = reason(ratio, required)
        }
        return judgement
    }

    /// How many more rows have to be fulfilled to reach `required`.
    private func needed(for required: Ratio) -> Int64? {
        let (product, overflow) = required.numerator.multipliedReportingOverflow(by: denominator)
        guard !overflow, product >= 0 else { return nil }
        let (whole, rest) = product.quotientAndRemainder(dividingBy: required.denominator)
        return max(0, whole + (rest > 0 ? 1 : 0) - numerator)
    }

    private func reason(_ ratio: Ratio, _ required: Ratio) -> Message {
        let asked = RatioText.percent(required)
        let share = "\(numerator)/\(denominator)"
        let reaches = ratio >= required
        var zh = "现为\(share)，\(reaches ? "已达到" : "未达到")\(asked)"
        var en = "\(share) \(reaches ? "reaches" : "does not reach") \(asked)"
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

extension Answer<Bool> {
    /// Whether it is known to be true.
    var isKnownTrue: Bool {
        if case .known(true) = self { true } else { false }
    }
}
