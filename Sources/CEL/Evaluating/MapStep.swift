/// A map literal.
final class MapStep: Step {
    let keys: [any Step]
    let values: [any Step]
    /// The places of entries written `?k: v`.
    let optionals: Set<Int>
    let range: Range<Int>

    init(_ keys: [any Step], _ values: [any Step], optionals: Set<Int>, _ range: Range<Int>) {
        self.keys = keys
        self.values = values
        self.optionals = optionals
        self.range = range
    }

    func evaluate(_ frame: inout Frame) -> Value {
        guard frame.charge(elements: 2 * keys.count) else { return located(frame.exhausted) }
        var outcome = Outcome()
        var map = MapValue.Builder()
        for place in keys.indices {
            let key = keys[place].evaluate(&frame)
            let value = values[place].evaluate(&frame)
            let isAdmitted = outcome.admit(key)
            guard outcome.admit(value), isAdmitted else { continue }
            if key.isNull,
                let unknown = CallStep.absence(of: [key], [keys[place]], &frame)
            {
                outcome.add(unknown)
                continue
            }
            var entry: Value? = value
            if optionals.contains(place) {
                guard case .optional(let inner) = value else {
                    outcome.add(
                        values[place].failure("expected an optional, found `\(value.type)`"))
                    continue
                }
                entry = inner
            }
            if let entry, !map.insert(entry, for: key) {
                outcome.add(
                    keys[place].failure(
                        MapKey(entry: key) == nil
                            ? "a value of type `\(key.type)` cannot be a key"
                            : "repeated key: \(key.discreet)"))
            }
        }
        return outcome.abnormal ?? .map(map.map)
    }
}
