import HeguiCalendar
import HeguiPack
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
    /// A number within `other` and outside these bounds, where none is within both.
    func conflict(with other: QuantityBounds) -> Ratio? {
        if let upper, let lower = other.lower,
            Self.isApart((upper, isUpperIncluded), (lower, other.isLowerIncluded))
        {
            return lower
        }
        if let lower, let upper = other.upper,
            Self.isApart((upper, other.isUpperIncluded), (lower, isLowerIncluded))
        {
            return upper
        }
        return nil
    }

    /// A number within both, where every number is within one of them.
    func cover(with other: QuantityBounds) -> Ratio? {
        if upper == nil, other.lower == nil, let lower, let upper = other.upper, lower <= upper,
            lower < upper || isLowerIncluded || other.isUpperIncluded
        {
            return lower
        }
        if lower == nil, other.upper == nil, let upper, let lower = other.lower, lower <= upper,
            lower < upper || isUpperIncluded || other.isLowerIncluded
        {
            return lower
        }
        return nil
    }

    private typealias Edge = (point: Ratio, isIncluded: Bool)

    private static func isApart(_ upper: Edge, _ lower: Edge) -> Bool {
        upper.point < lower.point
            || upper.point == lower.point && !(upper.isIncluded && lower.isIncluded)
    }

    /// A number outside, such as the quantity can be: a share moves by a hundredth.
    func breaking(_ quantity: Quantity) -> Ratio? {
        let isShare = if case .rate = quantity { true } else { false }
        guard let step = isShare ? Ratio(1, 100) : .one else { return nil }
        if let lower {
            return isLowerIncluded ? lower.subtracting(step).map { max($0, .zero) } : lower
        }
        guard isUpperIncluded, let above = upper?.adding(step) else { return upper }
        return isShare ? min(above, .one) : above
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
        let relations = quantity.parts.relations.map { "\($0.dataset).\($0.column).\($0.name)" }
        let time = quantity.window.map { "\($0.unit?.rawValue ?? "") \($0.offset)" } ?? ""
        let partial = quantity.window?.partial.map { "\($0)" } ?? ""
        let parts = each.map { "\($0)" } ?? ""
        switch quantity {
        case .tally(let tally):
            let caps = tally.caps.map { "\($0.per) \($0.atMost.literal?.description ?? "")" }
            return ["tally", tally.value == nil ? "rows" : "values"] + relations + caps
                + [time, partial, parts] + quantity.parts.expressions.map(\.source.text)
        case .rate:
            return ["rate"] + relations + [time, partial, parts]
                + quantity.parts.expressions.map(\.source.text)
        case .score, .streak: return nil
        }
    }
}
