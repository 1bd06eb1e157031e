extension Library {
    /// `slice`, `flatten`, `sort`, `sortBy`, `distinct`, `reverse` and `lists.range`.
    public static var lists: Library {
        Library(
            functions: [slice, flatten, sort, distinct, reverse, range],
            macros: [Macro(name: "sortBy", argumentCount: 2, isMethod: true)])
    }

    private static let element = Type.parameter("A")

    private static var slice: Function {
        .single(
            "slice", id: "list_slice", isMethod: true, takes: [.list(element), .int, .int],
            returns: .list(element),
            .many { arguments, activation in
                guard case .list(let list) = arguments[0], case .int(let start) = arguments[1],
                    case .int(let end) = arguments[2]
                else { return mismatch("slice") }
                guard start >= 0, start <= end, end <= list.count else {
                    return .failure("cannot slice(\(start), \(end)) of \(list.count) elements")
                }
                guard activation.charge(elements: Int(end - start)) else {
                    return activation.exhausted
                }
                return .list(Array(list[Int(start)..<Int(end)]))
            })
    }

    private static var flatten: Function {
        let nested = Type.list(.list(element))
        return Function(
            name: "flatten",
            overloads: [
                Function.Overload(
                    "list_flatten", isMethod: true, takes: [nested], returns: .list(element),
                    .unary { value, activation in flatten(value, depth: 1, &activation) }),
                Function.Overload(
                    "list_flatten_int", isMethod: true, takes: [.list(.dyn), .int],
                    returns: .list(.dyn),
                    .binary { value, depth, activation in
                        guard case .int(let depth) = depth else { return mismatch("flatten") }
                        guard depth >= 0 else { return .failure("flatten by a negative depth") }
                        return flatten(value, depth: Int(depth), &activation)
                    }),
            ])
    }

    private static func flatten(_ value: Value, depth: Int, _ activation: inout Activation) -> Value
    {
        guard case .list(var list) = value else { return mismatch("flatten") }
        var depth = depth
        while depth > 0 {
            guard activation.charge(list.count) else { return activation.exhausted }
            var flat: [Value] = []
            var isFlat = true
            for element in list {
                guard case .list(let inner) = element else {
                    flat.append(element)
                    continue
                }
                isFlat = false
                guard activation.charge(elements: inner.count) else { return activation.exhausted }
                flat += inner
            }
            list = flat
            if isFlat { break }
            depth -= 1
        }
        return .list(list)
    }

    private static var sort: Function {
        let types: [Type] = [
            .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes,
        ]
        return Function(
            name: "sort",
            overloads: types.map { type in
                Function.Overload(
                    "list_\(type)_sort", isMethod: true, takes: [.list(type)], returns: .list(type),
                    .unary { value, activation in
                        guard case .list(let list) = value else { return mismatch("sort") }
                        return sorted(list, by: list, &activation)
                    })
            })
    }

    /// Returns `list` in the order of `keys`, or an error if these are not of one ordered type.
    static func sorted(_ list: [Value], by keys: [Value], _ activation: inout Activation) -> Value {
        guard let first = keys.first else { return .list([]) }
        for key in keys {
            guard key.kind == first.kind, key.order(to: first) != nil else {
                return .failure("cannot order `\(first.type)` and `\(key.type)`")
            }
        }
        let size = keys.reduce(keys.count) { $0 + $1.byteCount }
        let rounds = Int.bitWidth - keys.count.leadingZeroBitCount
        guard activation.charge(size * rounds) else { return activation.exhausted }
        // Equal keys keep their places, so that the result is always the same.
        let order = keys.indices.sorted { left, right in
            switch keys[left].order(to: keys[right]) {
            case .before: true
            case .after: false
            default: left < right
            }
        }
        return .list(order.map { list[$0] })
    }

    private static var distinct: Function {
        .single(
            "distinct", id: "list_distinct", isMethod: true, takes: [.list(element)],
            returns: .list(element),
            .unary { value, activation in
                guard case .list(let list) = value else { return mismatch("distinct") }
                var known: Set<MapKey> = []
                var kept: [Value] = []
                var others: [Value] = []
                for value in list {
                    guard activation.charge(size: 8 + value.byteCount) else {
                        return activation.exhausted
                    }
                    if let key = MapKey(value) {
                        if known.insert(key).inserted { kept.append(value) }
                        continue
                    }
                    switch isMember(value, of: others, &activation) {
                    case .bool(true): continue
                    case .bool(false):
                        others.append(value)
                        kept.append(value)
                    case let abnormal: return abnormal
                    }
                }
                return .list(kept)
            })
    }

    private static var reverse: Function {
        .single(
            "reverse", id: "list_reverse", isMethod: true, takes: [.list(element)],
            returns: .list(element),
            .unary { value, activation in
                guard case .list(let list) = value else { return mismatch("reverse") }
                guard activation.charge(elements: list.count) else { return activation.exhausted }
                return .list(list.reversed())
            })
    }

    private static var range: Function {
        .single(
            "lists.range", id: "lists_range", takes: [.int], returns: .list(.int),
            .unary { value, activation in
                guard case .int(let count) = value else { return mismatch("lists.range") }
                guard count >= 0 else { return .failure("`lists.range` of a negative number") }
                guard let steps = Int(exactly: count), activation.charge(elements: steps) else {
                    return activation.exhausted
                }
                return .list((0..<count).map { .int($0) })
            })
    }
}
