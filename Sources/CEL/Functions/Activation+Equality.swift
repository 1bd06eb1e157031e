extension Activation {
    /// How deep values are compared. Deeper ones can only come from a host.
    private static let depthLimit = 128

    /// Returns whether `left` equals `right` by the rules of CEL, which compare numbers across types.
    ///
    /// Returns a boolean, an unknown, or an error if the evaluation takes too many steps.
    mutating func equality(_ left: Value, _ right: Value) -> Value {
        equality(left, right, depth: 0)
    }

    private mutating func equality(_ left: Value, _ right: Value, depth: Int) -> Value {
        switch (left, right) {
        case (.list, .list), (.map, .map), (.optional, .optional):
            guard depth < Self.depthLimit, charge(1) else { return tooDeep(depth) }
            return compound(left, right, depth: depth + 1)
        default: return simple(left, right)
        }
    }

    private func tooDeep(_ depth: Int) -> Value {
        depth < Self.depthLimit ? exhausted : .failure("the values nest too deeply")
    }

    private mutating func compound(_ left: Value, _ right: Value, depth: Int) -> Value {
        if case .list(let left) = left, case .list(let right) = right {
            return lists(left, right, depth: depth)
        }
        if case .map(let left) = left, case .map(let right) = right {
            return maps(left, right, depth: depth)
        }
        guard case .optional(let left) = left, case .optional(let right) = right, let left,
            let right
        else { return Self.areEmpty(left, right) }
        return equality(left, right, depth: depth)
    }

    private static func areEmpty(_ left: Value, _ right: Value) -> Value {
        if case .optional(nil) = left, case .optional(nil) = right { return .bool(true) }
        return .bool(false)
    }

    private mutating func simple(_ left: Value, _ right: Value) -> Value {
        switch (left, right) {
        case (.int(let left), .int(let right)): .bool(left == right)
        case (.string(let left), .string(let right)):
            charge(size: left.utf8.count)
                ? .bool(left.hasSameCodePoints(as: right)) : exhausted
        case (.bool(let left), .bool(let right)): .bool(left == right)
        case (.uint(let left), .uint(let right)): .bool(left == right)
        case (.double(let left), .double(let right)): .bool(left == right)
        case (.null, .null): .bool(true)
        case (.timestamp(let left), .timestamp(let right)): .bool(left == right)
        case (.duration(let left), .duration(let right)): .bool(left == right)
        case (.bytes(let left), .bytes(let right)):
            charge(size: left.count) ? .bool(left == right) : exhausted
        case (.type(let left), .type(let right)): .bool(left == right)
        case (.opaque(let left), .opaque(let right)): left.isEqual(to: right)
        case (.object(let left), .object(let right)): .bool(left.isIdentical(to: right))
        case (.unknown, _), (.error, _): left
        case (_, .unknown), (_, .error): right
        default: .bool(left.numericOrder(to: right) == .same)
        }
    }

    private mutating func lists(_ left: [Value], _ right: [Value], depth: Int) -> Value {
        guard left.count == right.count else { return .bool(false) }
        var abnormal = AbnormalValues()
        for place in left.indices {
            guard charge(1) else { return exhausted }
            let result = equality(left[place], right[place], depth: depth)
            if case .bool(false) = result { return result }
            abnormal.add(result)
        }
        return abnormal.merged ?? .bool(true)
    }

    private mutating func maps(_ left: MapValue, _ right: MapValue, depth: Int) -> Value {
        guard left.count == right.count else { return .bool(false) }
        var abnormal = AbnormalValues()
        for place in left.keys.indices {
            guard charge(1) else { return exhausted }
            guard let other = right[left.keys[place]] else { return .bool(false) }
            let result = equality(left.values[place], other, depth: depth)
            if case .bool(false) = result { return result }
            abnormal.add(result)
        }
        return abnormal.merged ?? .bool(true)
    }
}
