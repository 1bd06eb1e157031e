/// Formats values by a template: `"%d of %s".format([1, "a"])`.
struct Formatter {
    private let arguments: [Value]
    private var used = 0
    /// No double has more decimals.
    private static let precisionLimit = 1100

    init(_ arguments: [Value]) {
        self.arguments = arguments
    }

    mutating func format(_ template: String, _ activation: inout Activation) -> Value {
        var result = ""
        var rest = Substring(template)
        while let percent = rest.unicodeScalars.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[percent...]
            rest.unicodeScalars.removeFirst()
            switch clause(&rest, &activation) {
            case .success(let text): result += text
            case .failure(let error): return .error(error)
            }
            guard activation.charge(size: result.utf8.count) else { return activation.exhausted }
        }
        return .string(result + rest)
    }

    private mutating func clause(
        _ rest: inout Substring, _ activation: inout Activation
    ) -> Result<String, EvaluationError> {
        var precision: Int?
        if rest.unicodeScalars.first == "." {
            rest.unicodeScalars.removeFirst()
            let digits = rest.utf8.prefix(while: \.isDigit)
            guard let number = Int(String(Substring(digits))), number <= Self.precisionLimit else {
                return Self.failure("could not parse formatting clause: bad precision")
            }
            precision = number
            rest.unicodeScalars.removeFirst(digits.count)
        }
        guard let verb = rest.unicodeScalars.popFirst() else {
            return Self.failure("could not parse formatting clause: unexpected end of string")
        }
        if verb == "%" { return .success("%") }
        guard "sdfebxXo".unicodeScalars.contains(verb) else {
            return Self.failure(
                "could not parse formatting clause: unrecognized formatting clause \"\(verb)\"")
        }
        guard used < arguments.count else { return Self.failure("index \(used) out of range") }
        let value = arguments[used]
        used += 1
        guard activation.charge(size: value.byteCount) else {
            return .failure(activation.exhaustion)
        }
        let text: String? =
            switch verb {
            case "s": Self.text(value, &activation, depth: 0)
            case "d": Self.decimal(value)
            case "f": Self.double(value).map { DecimalText.fixed($0, decimals: precision ?? 6) }
            case "e":
                Self.double(value).map { DecimalText.scientific($0, decimals: precision ?? 6) }
            case "b": Self.binary(value)
            case "o": Self.integer(value, radix: 8)
            default: Self.hexadecimal(value, isUpper: verb == "X")
            }
        return text.map { .success($0) } ?? Self.failure(Self.complaint(verb, value))
    }

    private static func failure(_ message: String) -> Result<String, EvaluationError> {
        .failure(EvaluationError(message: message))
    }

    private static func complaint(_ verb: Unicode.Scalar, _ value: Value) -> String {
        let rule =
            switch verb {
            case "s": "string clause can only be used on strings, numbers, times, lists and maps"
            case "d": "decimal clause can only be used on integers"
            case "f": "fixed-point clause can only be used on doubles"
            case "e": "scientific clause can only be used on doubles"
            case "b": "only integers and bools can be formatted as binary"
            case "o": "octal clause can only be used on integers"
            default: "only integers, byte buffers, and strings can be formatted as hex"
            }
        return "error during formatting: \(rule), was given \(value.type.name)"
    }

    /// Returns a value for `%s`: strings as they are, maps sorted by key.
    private static func text(_ value: Value, _ activation: inout Activation, depth: Int) -> String?
    {
        guard activation.charge(1), depth < 64 else { return nil }
        switch value {
        case .null: return "null"
        case .type(let type): return type.name
        case .list(let list):
            var parts: [String] = []
            for element in list {
                guard let part = text(element, &activation, depth: depth + 1) else { return nil }
                parts.append(part)
            }
            return "[" + parts.joined(separator: ", ") + "]"
        case .map(let map):
            var parts: [(key: String, text: String)] = []
            for (key, value) in zip(map.keys, map.values) {
                guard let key = text(key, &activation, depth: depth + 1),
                    let value = text(value, &activation, depth: depth + 1)
                else { return nil }
                parts.append((key, key + ": " + value))
            }
            parts.sort { $0.key.precedesByCodePoint($1.key) }
            return "{" + parts.map(\.text).joined(separator: ", ") + "}"
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .opaque(let value): return value.description
        default:
            guard case .string(let text)? = Conversion.string(value) else { return nil }
            return text
        }
    }

    private static func decimal(_ value: Value) -> String? {
        if case .double(let double) = value, !double.isFinite { return DoubleText.shortest(double) }
        return integer(value, radix: 10)
    }

    private static func integer(_ value: Value, radix: Int) -> String? {
        switch value {
        case .int(let int): String(int, radix: radix)
        case .uint(let uint): String(uint, radix: radix)
        default: nil
        }
    }

    private static func double(_ value: Value) -> Double? {
        switch value {
        case .int, .uint, .double:
            guard case .double(let double)? = Conversion.double(value) else { return nil }
            return double
        default: return nil
        }
    }

    private static func binary(_ value: Value) -> String? {
        if case .bool(let bool) = value { return bool ? "1" : "0" }
        return integer(value, radix: 2)
    }

    private static func hexadecimal(_ value: Value, isUpper: Bool) -> String? {
        switch value {
        case .int(let int): String(int, radix: 16, uppercase: isUpper)
        case .uint(let uint): String(uint, radix: 16, uppercase: isUpper)
        case .bytes(let bytes): hexadecimal(bytes, isUpper: isUpper)
        case .string(let string): hexadecimal(Array(string.utf8), isUpper: isUpper)
        default: nil
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], isUpper: Bool) -> String {
        bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUpper)
        }.joined()
    }
}
