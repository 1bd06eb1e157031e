/// A list literal.
final class ListStep: Step {
    let elements: [any Step]
    /// The places of elements written `?e`.
    let optionals: Set<Int>
    let range: Range<Int>

    init(_ elements: [any Step], optionals: Set<Int>, at range: Range<Int>) {
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

/// A map literal.
final class MapStep: Step {
    let keys: [any Step]
    let values: [any Step]
    /// The places of entries written `?k: v`.
    let optionals: Set<Int>
    let range: Range<Int>

    init(keys: [any Step], values: [any Step], optionals: Set<Int>, at range: Range<Int>) {
        self.keys = keys
        self.values = values
        self.optionals = optionals
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        guard activation.charge(elements: 2 * keys.count) else {
            return located(activation.exhausted)
        }
        var abnormal = AbnormalValues()
        var map = MapValue.Builder()
        for place in keys.indices {
            let key = keys[place].evaluate(&activation)
            let value = values[place].evaluate(&activation)
            let isKeyAbnormal = abnormal.take(key)
            guard !abnormal.take(value), !isKeyAbnormal else { continue }
            if key.isNull,
                let unknown = CallStep.absence(of: [key], [keys[place]], &activation)
            {
                abnormal.add(unknown)
                continue
            }
            var entry: Value? = value
            if optionals.contains(place) {
                guard case .optional(let inner) = value else {
                    abnormal.add(
                        values[place].failure("expected an optional, found `\(value.type)`"))
                    continue
                }
                entry = inner
            }
            if let entry, !map.insert(entry, for: key) {
                abnormal.add(
                    keys[place].failure(
                        MapKey(entry: key) == nil
                            ? "a value of type `\(key.type)` cannot be a key"
                            : "repeated key: \(key.discreet)"))
            }
        }
        return abnormal.merged ?? .map(map.map)
    }
}
