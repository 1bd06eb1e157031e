extension Library {
    /// The standard definitions of the language.
    static func standard(_ timeZones: TimeZones) -> Library {
        Library(
            functions: arithmetic + comparisons + logic + sizes + textFunctions + conversions
                + timeFunctions(timeZones),
            types: [], macros: Macro.standard)
    }

    private static let parameterA = Type.parameter("A")
    private static let parameterB = Type.parameter("B")

    private static func binary(
        _ name: String, id: String, signatures: [(Type, Type, Type)],
        _ body: @escaping @Sendable (Value, Value, inout Activation) -> Value?
    ) -> Function {
        let implementation = Implementation.binary { first, second, activation in
            body(first, second, &activation) ?? .failure("no overload of `\(name)`")
        }
        return Function(
            name: name,
            overloads: signatures.enumerated().map { index, signature in
                Function.Overload(
                    "\(id)_\(index)", takes: [signature.0, signature.1], returns: signature.2,
                    implementation)
            })
    }

    private static var arithmetic: [Function] {
        let numbers: [(Type, Type, Type)] = [
            (.int, .int, .int), (.uint, .uint, .uint), (.double, .double, .double),
        ]
        let list = Type.list(parameterA)
        return [
            binary(
                "_+_", id: "add",
                signatures: numbers + [
                    (.string, .string, .string), (.bytes, .bytes, .bytes), (list, list, list),
                    (.duration, .duration, .duration), (.timestamp, .duration, .timestamp),
                    (.duration, .timestamp, .timestamp),
                ]
            ) { Arithmetic.add($0, $1, charging: &$2) },
            binary(
                "_-_", id: "subtract",
                signatures: numbers + [
                    (.duration, .duration, .duration), (.timestamp, .timestamp, .duration),
                    (.timestamp, .duration, .timestamp),
                ]
            ) { first, second, _ in Arithmetic.subtract(first, second) },
            binary("_*_", id: "multiply", signatures: numbers) { first, second, _ in
                Arithmetic.multiply(first, second)
            },
            binary("_/_", id: "divide", signatures: numbers) { first, second, _ in
                Arithmetic.divide(first, second)
            },
            binary("_%_", id: "modulo", signatures: Array(numbers.prefix(2))) { first, second, _ in
                Arithmetic.remainder(first, second)
            },
            Function(
                name: "-_",
                overloads: [Type.int, .double].map { type in
                    Function.Overload(
                        "negate_\(type)", takes: [type], returns: type,
                        .unary { value, _ in Arithmetic.negate(value) })
                }),
        ]
    }

    private static var comparisons: [Function] {
        let numbers: [Type] = [.int, .uint, .double]
        var signatures: [(Type, Type, Type)] = [
            .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
        ].map { ($0, $0, .bool) }
        for left in numbers {
            for right in numbers where left != right { signatures.append((left, right, .bool)) }
        }
        let orders: [(String, String, Set<Order>)] = [
            ("_<_", "less", [.before]), ("_<=_", "less_equals", [.before, .same]),
            ("_>_", "greater", [.after]), ("_>=_", "greater_equals", [.after, .same]),
        ]
        return orders.map { name, id, wanted in
            binary(name, id: id, signatures: signatures) { first, second, _ in
                first.order(to: second).map { .bool(wanted.contains($0)) }
            }
        }
    }

    private static var logic: [Function] {
        [
            binary("_==_", id: "equals", signatures: [(parameterA, parameterA, .bool)]) {
                $2.equality($0, $1)
            },
            binary("_!=_", id: "not_equals", signatures: [(parameterA, parameterA, .bool)]) {
                let result = $2.equality($0, $1)
                if case .bool(let bool) = result { return .bool(!bool) }
                return result
            },
            binary(
                "@in", id: "in",
                signatures: [
                    (parameterA, .list(parameterA), .bool),
                    (parameterA, .map(parameterA, parameterB), .bool),
                ]
            ) { element, collection, activation in
                switch collection {
                case .list(let list): isMember(element, of: list, &activation)
                case .map(let map): .bool(map[element] != nil)
                default: nil
                }
            },
            Function(
                name: "!_",
                overloads: [
                    Function.Overload(
                        "logical_not", takes: [.bool], returns: .bool,
                        .unary { value, _ in
                            if case .bool(let bool) = value { return .bool(!bool) }
                            return .failure("no overload of `!`")
                        })
                ]),
        ]
    }

    private static var sizes: [Function] {
        let types: [(String, Type)] = [
            ("string", .string), ("bytes", .bytes), ("list", .list(parameterA)),
            ("map", .map(parameterA, parameterB)),
        ]
        let body = Implementation.unary { value, activation in
            let size: Int
            switch value {
            case .string(let string):
                guard activation.charge(size: string.utf8.count) else {
                    return activation.exhausted
                }
                size = string.codePointCount
            case .bytes(let bytes): size = bytes.count
            case .list(let list): size = list.count
            case .map(let map): size = map.count
            default: return .failure("no overload of `size`")
            }
            return .int(Int64(size))
        }
        let overloads = types.flatMap { name, type in
            [
                Function.Overload("size_\(name)", takes: [type], returns: .int, body),
                Function.Overload(
                    "\(name)_size", isMethod: true, takes: [type], returns: .int, body),
            ]
        }
        return [Function(name: "size", overloads: overloads)]
    }
}
