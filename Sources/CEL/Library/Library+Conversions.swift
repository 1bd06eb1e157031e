extension Library {
    /// `int`, `uint`, `double`, `bool`, `string`, `bytes`, `timestamp`, `duration`, `dyn`, `type`.
    static var conversions: [Function] {
        [
            conversion("int", .int, [.int, .uint, .double, .string, .timestamp], Conversion.int),
            conversion("uint", .uint, [.uint, .int, .double, .string], Conversion.uint),
            conversion("double", .double, [.double, .int, .uint, .string], Conversion.double),
            conversion("bool", .bool, [.bool, .string], Conversion.bool),
            conversion(
                "string", .string,
                [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration],
                Conversion.string),
            conversion("bytes", .bytes, [.bytes, .string], Conversion.bytes),
            conversion(
                "timestamp", .timestamp, [.timestamp, .string, .int], Conversion.timestamp),
            conversion("duration", .duration, [.duration, .string], Conversion.duration),
            Function(
                name: "dyn",
                overloads: [
                    Function.Overload(
                        "to_dyn", [.parameter("A")], .dyn, .unary { value, _ in value })
                ]),
            Function(
                name: "type",
                overloads: [
                    Function.Overload(
                        "type", [.parameter("A")], .type(.parameter("A")),
                        .unary { value, _ in .type(value.type.erased) })
                ]),
        ]
    }

    private static func conversion(
        _ name: String, _ result: Type, _ sources: [Type],
        _ body: @escaping @Sendable (Value) -> Value?
    ) -> Function {
        let implementation = Implementation.unary { value, activation in
            guard activation.charge(size: value.byteCount) else { return activation.exhausted }
            return body(value) ?? .failure("\(value.discreet) cannot be converted to `\(name)`")
        }
        return Function(
            name: name,
            overloads: sources.map {
                Function.Overload("\($0)_to_\(name)", [$0], result, implementation)
            })
    }
}
