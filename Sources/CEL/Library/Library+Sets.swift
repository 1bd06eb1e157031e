extension Library {
    /// `sets.contains`, `sets.equivalent` and `sets.intersects`, which treat lists as sets.
    public static var sets: Library {
        let list = Type.list(.parameter("A"))
        return Library(functions: [
            .single(
                "sets.contains", id: "list_sets_contains_list", takes: [list, list], returns: .bool,
                .binary { first, second, activation in contains(first, allOf: second, &activation) }
            ),
            .single(
                "sets.equivalent", id: "list_sets_equivalent_list", takes: [list, list],
                returns: .bool,
                .binary { first, second, activation in
                    let forth = contains(first, allOf: second, &activation)
                    guard case .bool(true) = forth else { return forth }
                    return contains(second, allOf: first, &activation)
                }),
            .single(
                "sets.intersects", id: "list_sets_intersects_list", takes: [list, list],
                returns: .bool,
                .binary { first, second, activation in
                    guard case .list(let list) = first, case .list(let others) = second else {
                        return mismatch("sets.intersects")
                    }
                    var abnormal = AbnormalValues()
                    for other in others {
                        let result = isMember(other, of: list, &activation)
                        if case .bool(true) = result { return result }
                        abnormal.add(result)
                    }
                    return abnormal.merged ?? .bool(false)
                }),
        ])
    }

    /// Whether every element of `second` is one of `first`.
    private static func contains(
        _ first: Value, allOf second: Value, _ activation: inout Activation
    ) -> Value {
        guard case .list(let list) = first, case .list(let others) = second else {
            return mismatch("sets.contains")
        }
        var abnormal = AbnormalValues()
        for other in others {
            let result = isMember(other, of: list, &activation)
            if case .bool(false) = result { return result }
            abnormal.add(result)
        }
        return abnormal.merged ?? .bool(true)
    }

    /// Whether `value` equals an element of `list`.
    static func isMember(_ value: Value, of list: [Value], _ activation: inout Activation) -> Value
    {
        var abnormal = AbnormalValues()
        for element in list {
            guard activation.charge(1) else { return activation.exhausted }
            let result = activation.equality(element, value)
            if case .bool(true) = result { return result }
            abnormal.add(result)
        }
        return abnormal.merged ?? .bool(false)
    }
}
