/// A value of the Common Expression Language, an error, or an unknown.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case type(Type)
    case object(any ObjectValue)
    case opaque(any OpaqueValue)
    case error(EvaluationError)
    case unknown(Unknown)
}
