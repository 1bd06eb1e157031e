/// A macro that walks over a list or a map.
final class ComprehensionStep: Step {
    let kind: Comprehension.Kind
    let target: any Step
    /// The slot of the first variable; that of a second one follows it.
    let slot: Int
    let hasTwoVariables: Bool
    let filter: (any Step)?
    let body: any Step
    /// The nodes evaluated in each round.
    let roundCost: Int
    let range: Range<Int>

    init(
        _ kind: Comprehension.Kind, target: any Step, slot: Int, hasTwoVariables: Bool,
        filter: (any Step)?, body: any Step, roundCost: Int, _ range: Range<Int>
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

    func evaluate(_ frame: inout Frame) -> Value {
        let values = target.evaluate(&frame)
        switch values {
        case .list(let list): return walk(list, keys: nil, &frame)
        case .map(let map):
            return walk(hasTwoVariables ? map.values : map.keys, keys: map.keys, &frame)
        case .error, .unknown: return values
        default:
            if let unknown = CallStep.absence(of: [values], [target], &frame) { return unknown }
            return failure("expected a list or map, found `\(values.type)`")
        }
    }

    /// Puts the variables of a round in place; returns false when a limit is passed.
    @inline(__always)
    private func enter(_ place: Int, _ value: Value, _ keys: [Value]?, _ frame: inout Frame) -> Bool
    {
        if hasTwoVariables {
            frame.locals[slot] = keys.map { $0[place] } ?? .int(Int64(place))
            frame.locals[slot + 1] = value
        } else {
            frame.locals[slot] = value
        }
        return frame.charge(roundCost: roundCost, at: range)
    }

    private func walk(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        switch kind {
        case .all, .exists: quantify(values, keys: keys, &frame)
        case .existsOne: countOne(values, keys: keys, &frame)
        case .filter: select(values, keys: keys, &frame)
        case .sortBy: sort(values, keys: keys, &frame)
        case .transformMap, .transformMapEntry: makeMap(values, keys: keys, &frame)
        default: makeList(values, keys: keys, &frame)
        }
    }

    private func quantify(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        let isAll = kind == .all
        var outcome = Outcome()
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            switch body.truth(&frame) {
            case .yes: if !isAll { return .bool(true) }
            case .no: if isAll { return .bool(false) }
            case .open(let value): outcome.add(value)
            }
        }
        return outcome.abnormal ?? .bool(isAll)
    }

    private func countOne(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        var count = 0
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            switch body.truth(&frame) {
            case .yes: count += 1
            case .no: break
            case .open(let value): outcome.add(value)
            }
        }
        return outcome.abnormal ?? .bool(count == 1)
    }

    private func select(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        var selected: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            switch body.truth(&frame) {
            case .yes:
                selected.append(value)
                guard frame.charge(elements: 1) else { return located(frame.exhausted) }
            case .no: break
            case .open(let value): outcome.add(value)
            }
        }
        return outcome.abnormal ?? .list(selected)
    }

    /// Whether the filter lets a round through; what it leaves open is added to `outcome`.
    @inline(__always)
    private func passes(_ outcome: inout Outcome, _ frame: inout Frame) -> Bool {
        guard let filter else { return true }
        switch filter.truth(&frame) {
        case .yes: return true
        case .no: return false
        case .open(let value):
            outcome.add(value)
            return false
        }
    }

    private func makeList(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        var made: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            guard passes(&outcome, &frame) else { continue }
            let value = body.evaluate(&frame)
            guard outcome.admit(value) else { continue }
            made.append(value)
            guard frame.charge(elements: 1) else { return located(frame.exhausted) }
        }
        return outcome.abnormal ?? .list(made)
    }

    private func sort(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        var order: [Value] = []
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            let key = body.evaluate(&frame)
            if let unknown = CallStep.absence(of: [key], [body], &frame) {
                outcome.add(unknown)
            } else if outcome.admit(key) {
                order.append(key)
            }
        }
        return outcome.abnormal ?? located(Library.sorted(values, by: order, &frame))
    }

    private func makeMap(_ values: [Value], keys: [Value]?, _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        var made = MapValue.Builder()
        for (place, value) in values.enumerated() {
            guard enter(place, value, keys, &frame) else { return located(frame.exhausted) }
            guard passes(&outcome, &frame) else { continue }
            let value = body.evaluate(&frame)
            guard outcome.admit(value) else { continue }
            let entries: [(Value, Value)]
            if kind == .transformMap {
                entries = [(keys.map { $0[place] } ?? .int(Int64(place)), value)]
            } else if case .map(let map) = value {
                entries = Array(zip(map.keys, map.values))
            } else {
                outcome.add(body.failure("expected a map of one entry, found `\(value.type)`"))
                continue
            }
            for (key, value) in entries where !made.insert(value, for: key) {
                outcome.add(body.failure("repeated key: \(key.discreet)"))
            }
        }
        return outcome.abnormal ?? .map(made.map)
    }
}
