/// `list[index]`, `map[key]`, and both with `?`.
final class IndexStep: Step {
    let operand: any Step
    let index: any Step
    let isOptional: Bool
    let range: Range<Int>

    init(
        _ operand: any Step, index: any Step, isOptional: Bool, at range: Range<Int>
    ) {
        self.operand = operand
        self.index = index
        self.isOptional = isOptional
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let container = operand.evaluate(&activation)
        let key = index.evaluate(&activation)
        if !container.isAbnormal, !key.isAbnormal {
            switch container {
            case .optional(let inner):
                guard let inner else { return .optional(nil) }
                if let found = look(in: inner, key, wantsOptional: true, &activation) {
                    return found
                }
            default:
                if let found = look(in: container, key, wantsOptional: isOptional, &activation) {
                    return found
                }
            }
        }
        return CallStep.dispatch(
            "_[_]", candidates: [], arguments: [operand, index], values: [container, key], at: self,
            &activation)
    }

    private func look(
        in container: Value, _ key: Value, wantsOptional: Bool, _ activation: inout Activation
    ) -> Value? {
        if key.isNull, activation.nullOperands == .unknown { return nil }
        switch container {
        case .list(let list):
            guard let place = Self.place(key) else {
                return failure("a list cannot be indexed by `\(key.type)`")
            }
            if list.indices.contains(place) {
                return wantsOptional ? .optional(list[place]) : list[place]
            }
            return wantsOptional ? .optional(nil) : failure("index out of bounds: \(place)")
        case .map(let map):
            if let value = map[key] { return wantsOptional ? .optional(value) : value }
            return wantsOptional ? .optional(nil) : missing(key)
        default:
            return nil
        }
    }

    /// Returns the error for a key that is not there. It quotes only a key that is a literal, because
    /// data may be personal.
    private func missing(_ key: Value) -> Value {
        let isWritten = (index as? ConstantStep)?.isWritten ?? false
        return failure("no such key: " + (isWritten ? key.quoted : key.discreet))
    }

    /// Returns `key` as an index, or nil if it is no whole number.
    private static func place(_ key: Value) -> Int? {
        switch key {
        case .int(let int): Int(exactly: int)
        case .uint(let uint): Int(exactly: uint)
        case .double(let double): Int(exactly: double)
        default: nil
        }
    }
}
