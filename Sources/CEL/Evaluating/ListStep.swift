/// A list literal.
final class ListStep: Step {
    let elements: [any Step]
    /// The places of elements written `?e`.
    let optionals: Set<Int>
    let range: Range<Int>

    init(_ elements: [any Step], optionals: Set<Int>, _ range: Range<Int>) {
        self.elements = elements
        self.optionals = optionals
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        guard activation.charge(elements: elements.count) else {
            return located(activation.exhausted)
        }
        var abnormal = AbnormalValues()
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for (place, element) in elements.enumerated() {
            let value = element.evaluate(&activation)
            guard !abnormal.take(value) else { continue }
            if optionals.contains(place) {
                guard case .optional(let inner) = value else {
                    abnormal.add(element.failure("expected an optional, found `\(value.type)`"))
                    continue
                }
                if let inner { values.append(inner) }
            } else {
                values.append(value)
            }
        }
        return abnormal.merged ?? .list(values)
    }
}
