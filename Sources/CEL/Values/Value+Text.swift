extension Value {
    /// The value as a literal, for messages: `"text"`, `1u`, `[1, 2]`.
    public var quoted: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .int(let int): "\(int)"
        case .uint(let uint): "\(uint)u"
        case .double(let double): Self.literal(double)
        case .string(let string): Self.literal(string)
        case .bytes(let bytes): Self.literal(bytes)
        case .list(let list): "[" + list.map(\.quoted).joined(separator: ", ") + "]"
        case .map(let map):
            "{"
                + zip(map.keys, map.values).map { "\($0.quoted): \($1.quoted)" }
                .joined(separator: ", ") + "}"
        case .timestamp(let timestamp): "timestamp(\"\(timestamp)\")"
        case .duration(let nanoseconds): "duration(\"\(DurationText.format(nanoseconds))\")"
        case .type(let type): type.name
        case .optional(let inner):
            inner.map { "optional.of(\($0.quoted))" } ?? "optional.none()"
        case .object(let object): object.typeName
        case .opaque(let value): value.description
        case .error(let error): "error: \(error.message)"
        case .unknown: "unknown"
        }
    }

    /// The value for messages, which may not quote personal data: numbers and the like as they are,
    /// of all others only the type.
    var discreet: String {
        switch self {
        case .null, .bool, .int, .uint, .double, .type: quoted
        default: "a value of type `\(type)`"
        }
    }

    private static func literal(_ double: Double) -> String {
        let text = DoubleText.shortest(double)
        return text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") } ? text + ".0" : text
    }

    private static func literal(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                text += "\\x" + hexadecimal(UInt8(scalar.value))
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private static func literal(_ bytes: [UInt8]) -> String {
        "b\"" + bytes.map { "\\x" + hexadecimal($0) }.joined() + "\""
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
