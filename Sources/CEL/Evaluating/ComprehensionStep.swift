/// A macro that visits the elements of a list or a map.
final class ComprehensionStep: Step {
    let kind: Comprehension.Kind
    let target: any Step
    /// The slot of the first variable. A second one has the next slot.
    let slot: Int
    let hasTwoVariables: Bool
    let filter: (any Step)?
    let body: any Step
    /// The number of nodes that are evaluated in each round.
    let roundCost: Int
    let range: Range<Int>

    init(
        _ kind: Comprehension.Kind, target: any Step, slot: Int, hasTwoVariables: Bool,
        filter: (any Step)?, body: any Step, roundCost: Int, at range: Range<Int>
    ) {
        self.kind = kind
        self.target = target
        self.slot = slot
        self.hasTwoVariables = hasTwoVariables
        self.filter = filter
        self.body = body
        self.roundCost = roundCost
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let values = target.evaluate(&activation)
        switch values {
        case .list(let list): return walk(list, keys: nil, &activation)
        case .map(let map):
            return walk(hasTwoVariables ? map.values : map.keys, keys: map.keys, &activation)
        case .unknown(let unknown):
            return walk(open: unknown, &activation)
        default:
            return refusal(
                of: values, from: target, &activation,
                "expected a list or map, found `\(values.type)`")
        }
    }

    /// Sets the variables of a round. Returns false if a limit is passed.
    @inline(__always)
    private func enter(
        round place: Int, _ value: Value, keys: [Value]?, _ activation: inout Activation
    ) -> Bool {
        if hasTwoVariables {
            activation.locals[slot] = keys.map { $0[place] } ?? .int(Int64(place))
            activation.locals[slot + 1] = value
        } else {
            activation.locals[slot] = value
        }
        return activation.charge(roundCost: roundCost, at: range)
    }

    private func walk(_ values: [Value], keys: [Value]?, _ activation: inout Activation) -> Value {
        switch kind {
        case .all, .exists: quantify(values, keys: keys, &activation)
        case .existsOne: countOne(values, keys: keys, &activation)
        case .filter: select(values, keys: keys, &activation)
        case .sortBy: sort(values, keys: keys, &activation)
        case .transformMap, .transformMapEntry: makeMap(values, keys: keys, &activation)
        default: makeList(values, keys: keys, &activation)
        }
    }

    /// Walks what is known of a list: further elements may decide only what these do not.
    private func walk(open unknown: Unknown, _ activation: inout Activation) -> Value {
        guard case .elements(let values, let perhaps, let further)? = unknown.known,
            !hasTwoVariables
        else { return .unknown(Unknown(causes: unknown.causes)) }
        switch kind {
        case .all, .exists:
            return quantify(
                values, perhaps: perhaps, besides: unknown, further: further, &activation)
        case .filter, .map:
            return gather(values, perhaps: perhaps, besides: unknown, further: further, &activation)
        default:
            return .unknown(Unknown(causes: unknown.causes))
        }
    }

    /// Returns whether some element, or each, is as asked where the list has perhaps others.
    private func quantify(
        _ values: [Value], perhaps: [Value], besides unknown: Unknown, further: Int64?,
        _ activation: inout Activation
    ) -> Value {
        let isAll = kind == .all
        let known = quantify(values, keys: nil, &activation)
        if case .bool(!isAll) = known { return known }
        let possible = quantify(perhaps, keys: nil, &activation)
        if further == 0, case .bool = known, case .bool(isAll) = possible { return known }
        var abnormal = AbnormalValues()
        for value in [.unknown(unknown), known, possible] { abnormal.add(value) }
        return abnormal.merged ?? known
    }

    /// Returns the elements that a list has, for certain and perhaps, once it is filtered or mapped.
    private func gather(
        _ values: [Value], perhaps: [Value], besides unknown: Unknown, further: Int64?,
        _ activation: inout Activation
    ) -> Value {
        var causes = unknown
        var further = further
        var known: [Value] = []
        var possible: [Value] = []
        for (place, value) in (values + perhaps).enumerated() {
            guard enter(round: place, value, keys: nil, &activation) else {
                return located(activation.exhausted)
            }
            let found: Value
            switch (kind == .filter ? body : filter)?.truth(&activation) {
            case .no?: continue
            case .unsettled(let value)?: found = value
            case .yes?, nil: found = kind == .filter ? value : body.evaluate(&activation)
            }
            if case .unknown(let missing) = found { causes.merge(missing) }
            if found.isAbnormal {
                // Whether it is an element, or which, is not known.
                further = further.map { $0 + 1 }
            } else if place < values.count {
                known.append(found)
            } else {
                possible.append(found)
            }
            guard activation.charge(elements: 1) else { return located(activation.exhausted) }
        }
        if possible.isEmpty, further == 0 { return .list(known) }
        return .unknown(
            Unknown(
                causes: causes.causes,
                known: .elements(known, perhaps: possible, furtherAtMost: further)))
    }

    private func quantify(
        _ values: [Value], keys: [Value]?, _ activation: inout Activation
    ) -> Value {
        let isAll = kind == .all
        var abnormal = AbnormalValues()
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            switch body.truth(&activation) {
            case .yes: if !isAll { return .bool(true) }
            case .no: if isAll { return .bool(false) }
            case .unsettled(let value): abnormal.add(value)
            }
        }
        return abnormal.merged ?? .bool(isAll)
    }

    private func countOne(_ values: [Value], keys: [Value]?, _ activation: inout Activation)
        -> Value
    {
        var abnormal = AbnormalValues()
        var count = 0
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            switch body.truth(&activation) {
            case .yes: count += 1
            case .no: break
            case .unsettled(let value): abnormal.add(value)
            }
        }
        return abnormal.merged ?? .bool(count == 1)
    }

    private func select(_ values: [Value], keys: [Value]?, _ activation: inout Activation) -> Value
    {
        var abnormal = AbnormalValues()
        var selected: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            switch body.truth(&activation) {
            case .yes:
                selected.append(value)
                guard activation.charge(elements: 1) else { return located(activation.exhausted) }
            case .no: break
            case .unsettled(let value): abnormal.add(value)
            }
        }
        return abnormal.merged ?? .list(selected)
    }

    /// Whether the filter accepts a round. Adds its error or unknown to `abnormal`.
    @inline(__always)
    private func passes(_ abnormal: inout AbnormalValues, _ activation: inout Activation) -> Bool {
        guard let filter else { return true }
        switch filter.truth(&activation) {
        case .yes: return true
        case .no: return false
        case .unsettled(let value):
            abnormal.add(value)
            return false
        }
    }

    private func makeList(_ values: [Value], keys: [Value]?, _ activation: inout Activation)
        -> Value
    {
        var abnormal = AbnormalValues()
        var made: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            guard passes(&abnormal, &activation) else { continue }
            let value = body.evaluate(&activation)
            guard !abnormal.take(value) else { continue }
            made.append(value)
            guard activation.charge(elements: 1) else { return located(activation.exhausted) }
        }
        return abnormal.merged ?? .list(made)
    }

    private func sort(_ values: [Value], keys: [Value]?, _ activation: inout Activation) -> Value {
        var abnormal = AbnormalValues()
        var order: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            let key = body.evaluate(&activation)
            if let unknown = CallStep.absence(of: [key], [body], &activation) {
                abnormal.add(unknown)
            } else if !abnormal.take(key) {
                order.append(key)
            }
        }
        return abnormal.merged ?? located(Library.sorted(values, by: order, &activation))
    }

    private func makeMap(_ values: [Value], keys: [Value]?, _ activation: inout Activation) -> Value
    {
        var abnormal = AbnormalValues()
        var made = MapValue.Builder()
        for (place, value) in values.enumerated() {
            guard enter(round: place, value, keys: keys, &activation) else {
                return located(activation.exhausted)
            }
            guard passes(&abnormal, &activation) else { continue }
            let value = body.evaluate(&activation)
            guard !abnormal.take(value) else { continue }
            let entries: [(Value, Value)]
            if kind == .transformMap {
                entries = [(keys.map { $0[place] } ?? .int(Int64(place)), value)]
            } else if case .map(let map) = value {
                entries = Array(zip(map.keys, map.values))
            } else {
                abnormal.add(body.failure("expected a map of one entry, found `\(value.type)`"))
                continue
            }
            for (key, value) in entries where !made.insert(value, for: key) {
                abnormal.add(body.failure("repeated key: \(key.discreet)"))
            }
        }
        return abnormal.merged ?? .map(made.map)
    }
}
