extension Frame {
    /// How deep values are compared; deeper ones can only come from a host.
    private static let depthLimit = 128

    /// Returns whether `left` equals `right`, as CEL defines it across types: a boolean, an unknown,
    /// or an error when the evaluation takes too many steps.
    mutating func equality(_ left: Value, _ right: Value) -> Value {
        equality(left, right, depth: 0)
    }

    private mutating func equality(_ left: Value, _ right: Value, depth: Int) -> Value {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .bool(left == right)
        case (.string(let left), .string(let right)):
            return charge(size: left.utf8.count)
                ? .bool(left.hasSameCodePoints(as: right)) : Self.exhausted
        case (.bool(let left), .bool(let right)): return .bool(left == right)
        case (.uint(let left), .uint(let right)): return .bool(left == right)
        case (.double(let left), .double(let right)): return .bool(left == right)
        case (.null, .null): return .bool(true)
        case (.timestamp(let left), .timestamp(let right)): return .bool(left == right)
        case (.duration(let left), .duration(let right)): return .bool(left == right)
        case (.bytes(let left), .bytes(let right)):
            return charge(size: left.count) ? .bool(left == right) : Self.exhausted
        case (.type(let left), .type(let right)): return .bool(left == right)
        case (.opaque(let left), .opaque(let right)): return left.isEqual(to: right)
        case (.list(let left), .list(let right)): return lists(left, right, depth: depth)
        case (.map(let left), .map(let right)): return maps(left, right, depth: depth)
        case (.optional(let left), .optional(let right)):
            guard let left, let right else { return .bool(left == nil && right == nil) }
            return nested(left, right, depth: depth)
        case (.object(let left), .object(let right)): return .bool(left.isIdentical(to: right))
        case (.unknown, _), (.error, _): return left
        case (_, .unknown), (_, .error): return right
        default: return .bool(left.numericOrder(to: right) == .same)
        }
    }

    private mutating func nested(_ left: Value, _ right: Value, depth: Int) -> Value {
        guard charge(1) else { return Self.exhausted }
        guard depth < Self.depthLimit else { return .failure("the values nest too deeply") }
        return equality(left, right, depth: depth + 1)
    }

    private mutating func lists(_ left: [Value], _ right: [Value], depth: Int) -> Value {
        guard left.count == right.count else { return .bool(false) }
        var outcome = Outcome()
        for (left, right) in zip(left, right) {
            let result = nested(left, right, depth: depth)
            if case .bool(false) = result { return result }
            outcome.add(result)
        }
        return outcome.abnormal ?? .bool(true)
    }

    private mutating func maps(_ left: MapValue, _ right: MapValue, depth: Int) -> Value {
        guard left.count == right.count else { return .bool(false) }
        var outcome = Outcome()
        for (key, value) in zip(left.keys, left.values) {
            guard let other = right[key] else { return .bool(false) }
            let result = nested(value, other, depth: depth)
            if case .bool(false) = result { return result }
            outcome.add(result)
        }
        return outcome.abnormal ?? .bool(true)
    }
}
