/// `optional.optMap(x, e)` and `optional.optFlatMap(x, e)`.
final class OptionalMapStep: Step {
    let target: any Step
    let slot: Int
    let body: any Step
    let isFlat: Bool
    let range: Range<Int>

    init(
        _ target: any Step, slot: Int, _ body: any Step, isFlat: Bool, _ range: Range<Int>
    ) {
        self.target = target
        self.slot = slot
        self.body = body
        self.isFlat = isFlat
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = target.evaluate(&activation)
        if value.isAbnormal { return value }
        guard case .optional(let inner) = value else {
            if let unknown = CallStep.absence(of: [value], [target], &activation) { return unknown }
            return failure("expected an optional, found `\(value.type)`")
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
