/// `==` and `!=`.
final class EqualityStep: Step {
    let isNegated: Bool
    let left: any Step
    let right: any Step
    /// Whether a side is the literal `null`. Then the comparison asks if the other side is empty.
    let asksForNull: Bool
    let range: Range<Int>

    init(
        isNegated: Bool, left: any Step, right: any Step, asksForNull: Bool,
        at range: Range<Int>
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
            switch (first, second) {
            case (.unknown(let number), .int(let other)), (.int(let other), .unknown(let number)):
                if number.excludes(other) { return .bool(isNegated) }
            default: break
            }
            var abnormal = AbnormalValues()
            abnormal.add(first)
            abnormal.add(second)
            return abnormal.merged ?? first
        }
        if asksForNull { return .bool((first.isNull == second.isNull) != isNegated) }
        if first.isNull != second.isNull,
            let unknown = CallStep.absence(of: [first, second], [left, right], &activation)
        {
            return unknown
        }
        let result = activation.equality(first, second)
        if case .bool(let bool) = result { return .bool(bool != isNegated) }
        return located(result)
    }
}

/// `element in list` and `key in map`.
final class MembershipStep: Step {
    let element: any Step
    let collection: any Step
    let range: Range<Int>
    /// The overloads that the host declared.
    let host: [CallStep.Candidate]

    init(
        _ element: any Step, in collection: any Step, host: [CallStep.Candidate],
        at range: Range<Int>
    ) {
        self.element = element
        self.collection = collection
        self.host = host
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let value = element.evaluate(&activation)
        let values = collection.evaluate(&activation)
        if !value.isAbnormal {
            switch values {
            case .list(let list): return search(list, for: value, &activation)
            case .map(let map):
                if value.isNull,
                    let unknown = CallStep.absence(of: [value], [element], &activation)
                {
                    return unknown
                }
                return .bool(map[value] != nil)
            default: break
            }
        }
        return CallStep.dispatch(
            "@in", candidates: host, arguments: [element, collection], values: [value, values],
            at: self, &activation)
    }

    private func search(_ list: [Value], for value: Value, _ activation: inout Activation) -> Value
    {
        var abnormal = AbnormalValues()
        for candidate in list {
            guard activation.charge(1) else { return located(activation.exhausted) }
            if value.isNull, !candidate.isNull,
                let unknown = CallStep.absence(of: [value], [element], &activation)
            {
                abnormal.add(unknown)
                continue
            }
            let result = activation.equality(candidate, value)
            if case .bool(true) = result { return result }
            abnormal.add(result)
        }
        return located(abnormal.merged ?? .bool(false))
    }
}
