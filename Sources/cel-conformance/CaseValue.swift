import CEL
import FoundationEssentials

/// A value as the suite writes it.
struct CaseValue: Decodable {
    /// A list of values.
    struct List: Decodable {
        var values: [CaseValue]?
    }

    /// An entry of a map.
    struct Entry: Decodable {
        var key: CaseValue
        var value: CaseValue
    }

    /// A map.
    struct Map: Decodable {
        var entries: [Entry]?
    }

    /// A well-known protobuf message.
    struct Message: Decodable {
        var type: String
        var value: Number?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case value
        }
    }

    /// A number, which may be written as text, or text.
    enum Number: Decodable {
        case number(Double)
        case text(String)
        case bool(Bool)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let bool = try? container.decode(Bool.self) {
                self = .bool(bool)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        var double: Double? {
            switch self {
            case .number(let number): number
            case .text(let text): Double(text)
            case .bool: nil
            }
        }

        var text: String {
            switch self {
            case .number(let number): "\(number)"
            case .text(let text): text
            case .bool(let bool): "\(bool)"
            }
        }
    }

    var boolValue: Bool?
    var int64Value: String?
    var uint64Value: String?
    var doubleValue: Number?
    var stringValue: String?
    var bytesValue: String?
    var typeValue: String?
    var listValue: List?
    var mapValue: Map?
    var objectValue: Message?

    func value() throws(CaseError) -> Value {
        if let boolValue { return .bool(boolValue) }
        if let text = int64Value, let int = Int64(text) { return .int(int) }
        if let text = uint64Value, let uint = UInt64(text) { return .uint(uint) }
        if let double = doubleValue?.double { return .double(double) }
        if let stringValue { return .string(stringValue) }
        if let text = bytesValue {
            guard let data = Data(base64Encoded: text) else { throw CaseError("bad base64") }
            return .bytes(Array(data))
        }
        if let typeValue { return .type(CaseType.named(typeValue)) }
        if let listValue {
            var values: [Value] = []
            for value in listValue.values ?? [] { values.append(try value.value()) }
            return .list(values)
        }
        if let mapValue { return .map(try Self.map(mapValue.entries ?? [])) }
        if let objectValue { return try Self.message(objectValue) }
        return .null
    }

    private static func map(_ entries: [Entry]) throws(CaseError) -> MapValue {
        var pairs: [(key: Value, value: Value)] = []
        for entry in entries { pairs.append((try entry.key.value(), try entry.value.value())) }
        guard let map = MapValue(pairs) else { throw CaseError("a key occurs twice") }
        return map
    }

    private static func message(_ message: Message) throws(CaseError) -> Value {
        let name = message.type.split(separator: "/").last ?? ""
        let text = message.value?.text ?? ""
        var value: Value?
        switch name {
        case "google.protobuf.Duration": value = converted("duration", text)
        case "google.protobuf.Timestamp": value = converted("timestamp", text)
        case "google.protobuf.Int64Value", "google.protobuf.Int32Value":
            value = Int64(text).map { .int($0) }
        case "google.protobuf.UInt64Value", "google.protobuf.UInt32Value":
            value = UInt64(text).map { .uint($0) }
        case "google.protobuf.DoubleValue", "google.protobuf.FloatValue":
            value = message.value?.double.map { .double($0) }
        case "google.protobuf.StringValue": value = .string(text)
        case "google.protobuf.BoolValue": value = .bool(text == "true")
        default: break
        }
        guard let value else { throw CaseError("message `\(name)` is not supported") }
        return value
    }

    private static func converted(_ function: String, _ text: String) -> Value? {
        let environment = Environment()
        guard let checked = try? environment.compile("\(function)('\(text)')") else { return nil }
        return environment.plan(checked, variables: []).evaluate([])
    }

    /// Whether two values are the same in type and content; NaN is the same as NaN.
    static func isSame(_ expected: Value, _ found: Value) -> Bool {
        switch (expected, found) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)): return left == right
        case (.uint(let left), .uint(let right)): return left == right
        case (.double(let left), .double(let right)):
            return left.isNaN ? right.isNaN : left == right && left.sign == right.sign
        case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): return left == right
        case (.type(let left), .type(let right)): return left.name == right.name
        case (.timestamp(let left), .timestamp(let right)): return left == right
        case (.duration(let left), .duration(let right)): return left == right
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
        case (.map(let left), .map(let right)):
            return left.count == right.count
                && zip(left.keys, left.values).allSatisfy { key, value in
                    guard let place = right.keys.firstIndex(where: { isSame(key, $0) }) else {
                        return false
                    }
                    return isSame(value, right.values[place])
                }
        default: return false
        }
    }
}
