/// A value of the Common Expression Language, an error, or an unknown.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// Text; compared, ordered and counted by code point.
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

    /// Whether the value is an error or an unknown, which strict functions pass on.
    var isAbnormal: Bool {
        switch self {
        case .error, .unknown: true
        default: false
        }
    }

    /// The type as `type(…)` gives it, without the types of elements.
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
}
