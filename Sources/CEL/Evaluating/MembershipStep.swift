/// `element in list` and `key in map`.
final class MembershipStep: Step {
    let element: any Step
    let collection: any Step
    let range: Range<Int>
    /// The overloads that the host declared.
    let host: [CallStep.Candidate]

    init(
        _ element: any Step, _ collection: any Step, host: [CallStep.Candidate],
        _ range: Range<Int>
    ) {
        self.element = element
        self.collection = collection
        self.host = host
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value {
        let value = element.evaluate(&frame)
        let values = collection.evaluate(&frame)
        if !value.isAbnormal {
            switch values {
            case .list(let list): return search(list, value, &frame)
            case .map(let map):
                if value.isNull,
                    let unknown = CallStep.absence(of: [value], [element], &frame)
                {
                    return unknown
                }
                return .bool(map[value] != nil)
            default: break
            }
        }
        return CallStep.dispatch(
            "@in", host, [element, collection], [value, values], at: self, &frame)
    }

    private func search(_ list: [Value], _ value: Value, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        for candidate in list {
            guard frame.charge(1) else { return located(frame.exhausted) }
            if value.isNull, !candidate.isNull,
                let unknown = CallStep.absence(of: [value], [element], &frame)
            {
                outcome.add(unknown)
                continue
            }
            let result = frame.equality(candidate, value)
            if case .bool(true) = result { return result }
            outcome.add(result)
        }
        return located(outcome.abnormal ?? .bool(false))
    }
}
