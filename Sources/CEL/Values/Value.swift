/// A value of the Common Expression Language, an error, or an unknown.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// Text, which is compared, ordered and counted by code points.
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(MapValue)
    case timestamp(Timestamp)
    /// A length of time in nanoseconds.
    case duration(nanoseconds: Int64)
    case type(Type)
    /// `optional.of(…)`, or `optional.none()` as nil.
    indirect case optional(Value?)
    case object(any ObjectValue)
    case opaque(any OpaqueValue)
    case error(EvaluationError)
    case unknown(Unknown)
}

extension Value {
    /// Returns an error with `message`, without a place.
    static func failure(_ message: String) -> Value {
        .error(EvaluationError(message: message))
    }

    var isNull: Bool {
        if case .null = self { return true }
        return false
    }

    /// Whether the value is an error or an unknown. Most functions return such an argument as it is.
    var isAbnormal: Bool {
        switch self {
        case .error, .unknown: true
        default: false
        }
    }

    /// The type that `type(…)` returns, without the types of elements.
    public var type: Type {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type(.dyn)
        case .optional: .optional(.dyn)
        case .object(let object): .object(object.typeName)
        case .opaque(let value): value.type
        case .error, .unknown: .error
        }
    }

    /// The number of bytes of a string or bytes value; 0 for others.
    var byteCount: Int {
        switch self {
        case .string(let string): string.utf8.count
        case .bytes(let bytes): bytes.count
        default: 0
        }
    }

    /// The number of the case, for patterns.
    var kind: UInt32 {
        switch self {
        case .null: 0
        case .bool: 1
        case .int: 2
        case .uint: 3
        case .double: 4
        case .string: 5
        case .bytes: 6
        case .list: 7
        case .map: 8
        case .timestamp: 9
        case .duration: 10
        case .type: 11
        case .optional: 12
        case .object: 13
        case .opaque: 14
        case .error: 15
        case .unknown: 16
        }
    }
}
