import CEL
import HeguiPack

/// The numbers that a quantity may be, and what is known of it for certain.
struct Interval {
    /// nil: no bound.
    var lower: Ratio?
    var upper: Ratio?
    /// What the rows give that count for certain, as far as they are known.
    var observed: Ratio

    static let zero = Interval(exactly: .zero)
    static let anything = Interval(lower: nil, upper: nil, observed: .zero)

    init(lower: Ratio?, upper: Ratio?, observed: Ratio) {
        self.lower = lower
        self.upper = upper
        self.observed = observed
    }

    init(exactly number: Ratio) {
        self.init(lower: number, upper: number, observed: number)
    }

    /// The number, where there is only one.
    var number: Ratio? { lower == upper ? lower : nil }

    func plus(_ other: Interval) throws(EvaluationError) -> Interval {
        Interval(
            lower: try Self.both(lower, other.lower, by: Ratio.plus),
            upper: try Self.both(upper, other.upper, by: Ratio.plus),
            observed: try observed.plus(other.observed))
    }

    func minus(_ other: Interval) throws(EvaluationError) -> Interval {
        Interval(
            lower: try Self.both(lower, other.upper, by: Ratio.minus),
            upper: try Self.both(upper, other.lower, by: Ratio.minus),
            observed: try observed.minus(other.observed))
    }

    /// Returns what is left between a floor and a ceiling; the ceiling comes first.
    func limited(floor: Ratio?, ceiling: Ratio?) -> Interval {
        func limit(_ number: Ratio) -> Ratio {
            let low = ceiling.map { min($0, number) } ?? number
            return floor.map { max($0, low) } ?? low
        }
        return Interval(
            lower: lower.map(limit) ?? floor, upper: upper.map(limit) ?? ceiling,
            observed: limit(observed))
    }

    /// Returns what `change` makes of it; `change` keeps the order of numbers.
    func mapped(
        _ change: (Ratio) throws(EvaluationError) -> Ratio
    ) throws(EvaluationError) -> Interval {
        var result = self
        if let lower { result.lower = try change(lower) }
        if let upper { result.upper = try change(upper) }
        result.observed = try change(observed)
        return result
    }

    private static func both(
        _ left: Ratio?, _ right: Ratio?,
        by operation: (Ratio) -> (Ratio) throws(EvaluationError) -> Ratio
    ) throws(EvaluationError) -> Ratio? {
        guard let left, let right else { return nil }
        return try operation(left)(right)
    }
}

/// Exact arithmetic that says so where a number needs more than 64 bits.
extension Ratio {
    func plus(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(adding(other))
    }

    func minus(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(subtracting(other))
    }

    func times(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(multiplied(by: other))
    }

    func over(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(divided(by: other))
    }

    func rounded(to step: Ratio, by rounding: Rounding) throws(EvaluationError) -> Ratio {
        try Self.checked(rounded(to: step, rounding))
    }

    private static func checked(_ result: Ratio?) throws(EvaluationError) -> Ratio {
        guard let result else { throw EvaluationError(message: "the number is too large") }
        return result
    }
}
