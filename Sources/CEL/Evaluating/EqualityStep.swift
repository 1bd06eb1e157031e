/// `==` and `!=`.
final class EqualityStep: Step {
    let isNegated: Bool
    let left: any Step
    let right: any Step
    /// Whether a side is the literal `null`, so that the comparison asks for emptiness.
    let asksForNull: Bool
    let range: Range<Int>

    init(
        isNegated: Bool, _ left: any Step, _ right: any Step, asksForNull: Bool,
        _ range: Range<Int>
    ) {
        self.isNegated = isNegated
        self.left = left
        self.right = right
        self.asksForNull = asksForNull
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let first = left.evaluate(&activation)
        let second = right.evaluate(&activation)
        if case .int(let a) = first, case .int(let b) = second {
            return .bool((a == b) != isNegated)
        }
        if first.isAbnormal || second.isAbnormal {
            var abnormal = AbnormalValues()
            abnormal.add(first)
            abnormal.add(second)
            return abnormal.merged ?? first
        }
        if !asksForNull, first.isNull != second.isNull,
            let unknown = CallStep.absence(of: [first, second], [left, right], &activation)
        {
            return unknown
        }
        let result = activation.equality(first, second)
        if case .bool(let bool) = result { return .bool(bool != isNegated) }
        return located(result)
    }
}
