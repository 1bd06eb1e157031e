import HeguiCalendar
import HeguiYAML
import HeguiDiagnostics

/// Bounds as numbers.
struct QuantityBounds {
    private var lower: Ratio?
    private var isLowerIncluded: Bool
    private var upper: Ratio?
    private var isUpperIncluded: Bool

    /// Returns nil where a bound depends on the subject or the day.
    init?(_ bounds: Bounds, _ constants: ConstantReader) {
        let low = bounds.atLeast ?? bounds.moreThan
        let high = bounds.atMost ?? bounds.lessThan
        lower = low.flatMap(constants.value)
        upper = high.flatMap(constants.value)
        isLowerIncluded = bounds.atLeast != nil
        isUpperIncluded = bounds.atMost != nil
        if low != nil && lower == nil || high != nil && upper == nil { return nil }
    }

    /// Whether every number within these bounds is within `other`.
    func implies(_ other: QuantityBounds) -> Bool {
        if let limit = other.lower {
            guard let lower,
                lower > limit
                    || lower == limit && (other.isLowerIncluded || !isLowerIncluded)
            else { return false }
        }
        if let limit = other.upper {
            guard let upper,
                upper < limit
                    || upper == limit && (other.isUpperIncluded || !isUpperIncluded)
            else { return false }
        }
        return true
    }
}

extension QuantityBounds {
    /// A number outside.
    var breaking: Ratio? {
        if let lower { return isLowerIncluded ? lower.subtracting(.one) : lower }
        return isUpperIncluded ? upper?.adding(.one) : upper
    }
}

extension Ratio {
    /// The number as an example of what is said of a quantity.
    var witness: Message {
        Message(zh: "例如：数为 \(decimal)", en: "for example: the number is \(decimal)")
    }
}

extension QuantityRequirement {
    /// What is computed, without the bounds: two with the same shape are the same number. Nil for
    /// scores and streaks, which hold figures besides their expressions.
    var shape: [String]? {
        let relations = quantity.relations.map { "\($0.dataset).\($0.column).\($0.name)" }
        let time = quantity.window.map { "\($0.unit?.rawValue ?? "") \($0.offset)" } ?? ""
        let partial = quantity.window?.partial.map { "\($0)" } ?? ""
        let parts = each.map { "\($0)" } ?? ""
        switch quantity {
        case .tally(let tally):
            let caps = tally.caps.map { "\($0.per) \($0.atMost.literal?.description ?? "")" }
            return ["tally", tally.value == nil ? "rows" : "values"] + relations + caps
                + [time, partial, parts] + quantity.expressions.map(\.source.text)
        case .rate:
            return ["rate"] + relations + [time, partial, parts]
                + quantity.expressions.map(\.source.text)
        case .score, .streak: return nil
        }
    }
}
