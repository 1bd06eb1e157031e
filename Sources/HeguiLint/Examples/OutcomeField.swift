import HeguiCalendar
import HeguiEngine
import HeguiPack
import HeguiReview

/// The fields of outcomes and standings that examples name, as text.
enum OutcomeField {
    /// Also `parts/<id>` and `parts/<id>/<field>`.
    static func text(of field: String, in outcome: Outcome) -> String? {
        let path = field.split(separator: "/").map(String.init)
        if path.count > 1, path[0] == "parts" {
            let part = outcome.parts.first { $0.id == path[1] }
            return part.flatMap { text(of: path.count > 2 ? path[2] : "outcome", in: $0) }
        }
        return own(field, outcome)
    }

    private static func text(of field: String, in part: OutcomePart) -> String? {
        switch field {
        case "outcome": part.verdict?.rawValue
        case "observed": part.observed
        case "required": part.required
        case "gap": part.gap?.text
        case "due": part.due?.description
        case "raw": part.raw
        default: nil
        }
    }

    private static func own(_ field: String, _ outcome: Outcome) -> String? {
        switch field {
        case "outcome": outcome.verdict.rawValue
        case "level": outcome.level.rawValue
        case "observed": outcome.observed
        case "required": outcome.required
        case "gap": outcome.gap?.text
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
        case "seats": standing.seats.map { String($0) }
        case "quota_base": standing.quotaBase.map { String($0) }
        case "rate": standing.rate.map { "\($0.numerator)/\($0.denominator)" }
        default: nil
        }
    }

    /// Returns whether an outcome's text is what an example expects; numbers agree by value.
    static func agrees(_ expected: String, _ actual: String?) -> Bool {
        guard let actual else { return expected == "none" || expected == "null" }
        if expected == actual { return true }
        guard let expected = RatioText.ratio(expected), let actual = RatioText.ratio(actual) else {
            return false
        }
        return expected == actual
    }
}
