extension Library {
    /// `sets.contains`, `sets.equivalent` and `sets.intersects`, which take lists as sets.
    public static var sets: Library {
        let list = Type.list(.parameter("A"))
        return Library(functions: [
            .single(
                "sets.contains", "list_sets_contains_list", [list, list], .bool,
                .binary { first, second, frame in contains(first, second, &frame) }),
            .single(
                "sets.equivalent", "list_sets_equivalent_list", [list, list], .bool,
                .binary { first, second, frame in
                    let forth = contains(first, second, &frame)
                    guard case .bool(true) = forth else { return forth }
                    return contains(second, first, &frame)
                }),
            .single(
                "sets.intersects", "list_sets_intersects_list", [list, list], .bool,
                .binary { first, second, frame in
                    guard case .list(let list) = first, case .list(let others) = second else {
                        return mismatch("sets.intersects")
                    }
                    var outcome = Outcome()
                    for other in others {
                        let result = isMember(other, of: list, &frame)
                        if case .bool(true) = result { return result }
                        outcome.add(result)
                    }
                    return outcome.abnormal ?? .bool(false)
                }),
        ])
    }

    /// Whether every element of `second` is one of `first`.
    private static func contains(
        _ first: Value, _ second: Value, _ frame: inout Frame
    ) -> Value {
        guard case .list(let list) = first, case .list(let others) = second else {
            return mismatch("sets.contains")
        }
        var outcome = Outcome()
        for other in others {
            let result = isMember(other, of: list, &frame)
            if case .bool(false) = result { return result }
            outcome.add(result)
        }
        return outcome.abnormal ?? .bool(true)
    }

    /// Whether `value` equals an element of `list`.
    static func isMember(_ value: Value, of list: [Value], _ frame: inout Frame) -> Value {
        var outcome = Outcome()
        for element in list {
            guard frame.charge(1) else { return frame.exhausted }
            let result = frame.equality(element, value)
            if case .bool(true) = result { return result }
            outcome.add(result)
        }
        return outcome.abnormal ?? .bool(false)
    }
}
