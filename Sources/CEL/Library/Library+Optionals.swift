extension Library {
    /// `optional.of`, `optional.none`, `optional.ofNonZeroValue`, `hasValue`, `value`, `or`,
    /// `orValue`, `optMap`, `optFlatMap`, `unwrap`, and `first` and `last` of a list.
    public static var optionals: Library {
        Library(
            functions: makers + readers + listFunctions, types: [.optional(.dyn)],
            macros: [
                Macro(name: "optMap", argumentCount: 2, isMethod: true),
                Macro(name: "optFlatMap", argumentCount: 2, isMethod: true),
            ])
    }

    private static let inner = Type.parameter("A")

    private static var makers: [Function] {
        [
            .single(
                "optional.of", id: "optional_of", takes: [inner], returns: .optional(inner),
                .unary { value, _ in .optional(value) }),
            .single(
                "optional.none", id: "optional_none", takes: [], returns: .optional(inner),
                .many { _, _ in .optional(nil) }),
            .single(
                "optional.ofNonZeroValue", id: "optional_ofNonZeroValue", takes: [inner],
                returns: .optional(inner),
                .unary { value, _ in .optional(isZero(value) ? nil : value) }),
        ]
    }

    private static var readers: [Function] {
        [
            .single(
                "hasValue", id: "optional_hasValue", isMethod: true, takes: [.optional(inner)],
                returns: .bool,
                .unary { value, _ in
                    guard case .optional(let inner) = value else { return mismatch("hasValue") }
                    return .bool(inner != nil)
                }),
            .single(
                "value", id: "optional_value", isMethod: true, takes: [.optional(inner)],
                returns: inner,
                .unary { value, _ in
                    guard case .optional(let inner) = value else { return mismatch("value") }
                    return inner ?? .failure("`optional.none()` has no value")
                }),
            .single(
                "or", id: "optional_or_optional", isMethod: true,
                takes: [.optional(inner), .optional(inner)], returns: .optional(inner),
                .binary { first, second, _ in
                    if case .optional(.some) = first { first } else { second }
                }),
            .single(
                "orValue", id: "optional_orValue_value", isMethod: true,
                takes: [.optional(inner), inner], returns: inner,
                .binary { first, second, _ in
                    if case .optional(.some(let value)) = first { value } else { second }
                }),
        ]
    }

    private static var listFunctions: [Function] {
        let unwrap = Implementation.unary { value, activation in
            guard case .list(let list) = value else { return mismatch("unwrap") }
            guard activation.charge(list.count) else { return activation.exhausted }
            var values: [Value] = []
            for element in list {
                guard case .optional(let inner) = element else {
                    return .failure("expected an optional, found `\(element.type)`")
                }
                if let inner { values.append(inner) }
            }
            return .list(values)
        }
        let optionals = Type.list(.optional(inner))
        return [
            .single(
                "optional.unwrap", id: "optional_unwrap", takes: [optionals], returns: .list(inner),
                unwrap),
            .single(
                "unwrapOpt", id: "optional_unwrapOpt", isMethod: true, takes: [optionals],
                returns: .list(inner), unwrap),
            .single(
                "first", id: "list_first", isMethod: true, takes: [.list(inner)],
                returns: .optional(inner),
                .unary { value, _ in
                    guard case .list(let list) = value else { return mismatch("first") }
                    return .optional(list.first)
                }),
            .single(
                "last", id: "list_last", isMethod: true, takes: [.list(inner)],
                returns: .optional(inner),
                .unary { value, _ in
                    guard case .list(let list) = value else { return mismatch("last") }
                    return .optional(list.last)
                }),
        ]
    }

    private static func isZero(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .bool(let bool): !bool
        case .int(let int): int == 0
        case .uint(let uint): uint == 0
        case .double(let double): double == 0
        case .string(let string): string.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let list): list.isEmpty
        case .map(let map): map.count == 0
        case .timestamp(let timestamp): timestamp.seconds == 0 && timestamp.nanoseconds == 0
        case .duration(let nanoseconds): nanoseconds == 0
        case .optional(let inner): inner == nil
        case .type, .object, .opaque, .error, .unknown: false
        }
    }
}
