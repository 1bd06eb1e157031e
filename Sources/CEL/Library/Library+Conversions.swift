extension Library {
    /// `int`, `uint`, `double`, `bool`, `string`, `bytes`, `timestamp`, `duration`, `dyn`, `type`.
    static var conversions: [Function] {
        [
            conversion(
                "int", to: .int, from: [.int, .uint, .double, .string, .timestamp], Conversion.int),
            conversion("uint", to: .uint, from: [.uint, .int, .double, .string], Conversion.uint),
            conversion(
                "double", to: .double, from: [.double, .int, .uint, .string], Conversion.double),
            conversion("bool", to: .bool, from: [.bool, .string], Conversion.bool),
            conversion(
                "string", to: .string,
                from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration],
                Conversion.string),
            conversion("bytes", to: .bytes, from: [.bytes, .string], Conversion.bytes),
            conversion(
                "timestamp", to: .timestamp, from: [.timestamp, .string, .int], Conversion.timestamp
            ),
            conversion("duration", to: .duration, from: [.duration, .string], Conversion.duration),
            Function(
                name: "dyn",
                overloads: [
                    Function.Overload(
                        "to_dyn", takes: [.parameter("A")], returns: .dyn,
                        .unary { value, _ in value })
                ]),
            Function(
                name: "type",
                overloads: [
                    Function.Overload(
                        "type", takes: [.parameter("A")], returns: .type(.parameter("A")),
                        .unary { value, _ in .type(value.type.erased) })
                ]),
        ]
    }

    private static func conversion(
        _ name: String, to result: Type, from sources: [Type],
        _ body: @escaping @Sendable (Value) -> Value?
    ) -> Function {
        let implementation = Implementation.unary { value, activation in
            guard activation.charge(size: value.byteCount) else { return activation.exhausted }
            return body(value) ?? .failure("\(value.discreet) cannot be converted to `\(name)`")
        }
        return Function(
            name: name,
            overloads: sources.map {
                Function.Overload("\($0)_to_\(name)", takes: [$0], returns: result, implementation)
            })
    }
}

/// Conversions between the types of the language. Each returns nil if it cannot convert a value.
enum Conversion {
    static func int(_ value: Value) -> Value? {
        switch value {
        case .int: return value
        case .uint(let uint): return Int64(exactly: uint).map { .int($0) }
        case .double(let double):
            // Excludes both limits, as cel-go does: doubles there may stand for numbers out of range.
            guard double > -0x1p63, double < 0x1p63 else { return nil }
            return .int(Int64(double))
        case .string(let string): return Int64(string).map { .int($0) }
        case .timestamp(let timestamp): return .int(timestamp.seconds)
        default: return nil
        }
    }

    static func uint(_ value: Value) -> Value? {
        switch value {
        case .uint: return value
        case .int(let int): return UInt64(exactly: int).map { .uint($0) }
        case .double(let double):
            guard double >= 0, double < 0x1p64 else { return nil }
            return .uint(UInt64(double))
        case .string(let string): return UInt64(string).map { .uint($0) }
        default: return nil
        }
    }

    static func double(_ value: Value) -> Value? {
        switch value {
        case .double: return value
        case .int(let int): return .double(Double(int))
        case .uint(let uint): return .double(Double(uint))
        case .string(let string):
            guard let double = Double(string) else { return nil }
            // `1e999` is out of range, unlike the text `Infinity`.
            if double.isInfinite, string.utf8.contains(where: \.isDigit) { return nil }
            return .double(double)
        default: return nil
        }
    }

    static func bool(_ value: Value) -> Value? {
        guard case .string(let string) = value else { return value }
        switch string {
        case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
        default: return nil
        }
    }

    static func string(_ value: Value) -> Value? {
        switch value {
        case .string: value
        case .bool(let bool): .string(bool ? "true" : "false")
        case .int(let int): .string(String(int))
        case .uint(let uint): .string(String(uint))
        case .double(let double): .string(DoubleText.shortest(double))
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map { .string($0) }
        case .timestamp(let timestamp): .string(timestamp.description)
        case .duration(let nanoseconds): .string(DurationText.format(nanoseconds))
        default: nil
        }
    }

    static func bytes(_ value: Value) -> Value? {
        guard case .string(let string) = value else { return value }
        return .bytes(Array(string.utf8))
    }

    static func timestamp(_ value: Value) -> Value? {
        switch value {
        case .timestamp: value
        case .int(let seconds):
            Timestamp(seconds: seconds).map { .timestamp($0) } ?? Arithmetic.timestampRange
        case .string(let string): Timestamp(string).map { .timestamp($0) }
        default: nil
        }
    }

    static func duration(_ value: Value) -> Value? {
        guard case .string(let string) = value else { return value }
        return DurationText.parse(string).map { .duration(nanoseconds: $0) }
    }
}
