/// `optional.optMap(x, e)` and `optional.optFlatMap(x, e)`.
final class OptionalMapStep: Step {
    let target: any Step
    let slot: Int
    let body: any Step
    let isFlat: Bool
    let range: Range<Int>

    init(
        _ target: any Step, slot: Int, body: any Step, isFlat: Bool, at range: Range<Int>
    ) {
        self.target = target
        self.slot = slot
        self.body = body
        self.isFlat = isFlat
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = target.evaluate(&activation)
        guard case .optional(let inner) = value else {
            return refusal(
                of: value, from: target, &activation, "expected an optional, found `\(value.type)`")
        }
        guard let inner else { return .optional(nil) }
        activation.locals[slot] = inner
        let result = body.evaluate(&activation)
        if result.isAbnormal { return result }
        if !isFlat { return .optional(result) }
        if case .optional = result { return result }
        return body.failure("expected an optional, found `\(result.type)`")
    }
}

/// `optional.or(…)` and `optional.orValue(…)`. The argument is evaluated only if it is needed.
final class LazyOptionalStep: Step {
    let target: any Step
    let alternative: any Step
    /// Whether the result is the value itself, as for `orValue`.
    let unwraps: Bool
    let range: Range<Int>

    /// The ids of the overloads that this step evaluates.
    static let overloads: Set<String> = ["optional_or_optional", "optional_orValue_value"]

    init(_ name: String, arguments: [any Step], at range: Range<Int>) {
        target = arguments[0]
        alternative = arguments[1]
        unwraps = name == "orValue"
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = target.evaluate(&activation)
        guard case .optional(let inner) = value else {
            return refusal(
                of: value, from: target, &activation, "expected an optional, found `\(value.type)`")
        }
        if let inner { return unwraps ? inner : value }
        return alternative.evaluate(&activation)
    }
}
