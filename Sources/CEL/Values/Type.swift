/// A type of the Common Expression Language.
public indirect enum Type: Hashable, Sendable {
    /// Any value; checked at run time.
    case dyn
    /// The type of `null`.
    case null
    /// `bool`.
    case bool
    /// 64-bit signed integer.
    case int
    /// 64-bit unsigned integer.
    case uint
    /// IEEE 754 binary64.
    case double
    /// Unicode text.
    case string
    /// Octets.
    case bytes
    /// A point in time.
    case timestamp
    /// A length of time.
    case duration
    /// A list of elements.
    case list(Type)
    /// A map from keys to values.
    case map(Type, Type)
    /// A type as a value.
    case type(Type)
    /// The type or `null` (the protobuf wrappers; a column that may be empty).
    case wrapper(Type)
    /// `optional_type`.
    case optional(Type)
    /// A record that the host declared, by name.
    case object(String)
    /// A type that the host declared, by name, with its parameters.
    case opaque(String, [Type])
    /// A type parameter of a function's signature.
    case parameter(String)
    /// What an erroneous expression has; it agrees with all others.
    case error
}
