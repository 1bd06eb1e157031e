import HeguiCalendar
import HeguiRules

/// The fields of outcomes and standings that examples speak of, as text.
enum OutcomeField {
    static func text(of field: String, in outcome: Outcome) -> String? {
        switch field {
        case "outcome": outcome.verdict.rawValue
        case "level": outcome.level.rawValue
        case "observed": outcome.observed
        case "required": outcome.required
        case "gap": outcome.gap.map { String($0) }
        case "due": outcome.due?.description
        case "nominal_due": outcome.nominalDue?.description
        case "done": outcome.done?.description
        case "days_late": outcome.daysLate.map { String($0) }
        case "lower": outcome.lower
        case "upper": outcome.upper
        default: nil
        }
    }

    static func text(of field: String, in standing: Standing) -> String? {
        switch field {
        case "outcome": standing.result.rawValue
        case "rank": standing.rank.map { String($0) }
        case "rate": standing.rate.map { "\($0.numerator)/\($0.denominator)" }
        default: nil
        }
    }

    /// Returns whether an outcome's text is what an example expects; ratios agree by value.
    static func agrees(_ expected: String, _ actual: String?) -> Bool {
        guard let actual else { return expected == "none" || expected == "null" }
        if expected == actual { return true }
        guard expected.contains("/") || expected.contains("%"), let expected = ratio(expected),
            let actual = ratio(actual)
        else { return false }
        return expected == actual
    }

    private static func ratio(_ text: String) -> Ratio? {
        if text.hasSuffix("%") {
            let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), let whole = Int64(parts[0]) else { return nil }
            guard parts.count == 2 else { return Ratio(whole, 100) }
            guard parts[1].count == 1, let tenths = Int64(parts[1]), tenths >= 0 else { return nil }
            return Ratio(whole * 10 + tenths, 1000)
        }
        let parts = text.split(separator: "/").map { Int64($0) }
        guard parts.count == 2, let top = parts[0], let bottom = parts[1] else { return nil }
        return Ratio(top, bottom)
    }
}
