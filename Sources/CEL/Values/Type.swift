/// A type of the Common Expression Language.
public indirect enum Type: Hashable, Sendable {
    /// Any value. Its type is checked when it is evaluated.
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
    /// The type or `null`, as a protobuf wrapper or a column that may be empty.
    case wrapper(Type)
    /// `optional_type`.
    case optional(Type)
    /// A record that the host declared, by name.
    case object(String)
    /// A type that the host declared, by name, with its parameters.
    case opaque(String, [Type])
    /// A type parameter of a function's signature.
    case parameter(String)
    /// The type of an expression with a mistake. It agrees with all others.
    case error
}

extension Type: CustomStringConvertible {
    /// The type for messages, such as `map(string, list(int))`.
    public var description: String {
        switch self {
        case .dyn, .parameter: "dyn"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .type(let type): "type(\(type))"
        case .wrapper(let type): "wrapper(\(type))"
        case .optional(let type): "optional_type(\(type))"
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            name + "(" + parameters.map(\.description).joined(separator: ", ") + ")"
        case .error: "error"
        default: name
        }
    }

    /// The type for signatures, which show the names of type parameters.
    var signature: String {
        switch self {
        case .parameter(let name): name
        case .list(let element): "list(\(element.signature))"
        case .map(let key, let value): "map(\(key.signature), \(value.signature))"
        case .optional(let inner): "optional_type(\(inner.signature))"
        default: description
        }
    }

    /// The name without parameters, such as `list` or `google.protobuf.Timestamp`.
    public var name: String {
        switch self {
        case .dyn, .parameter: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .wrapper(let type): type.name
        case .optional: "optional_type"
        case .object(let name): name
        case .opaque(let name, _): name
        case .error: "error"
        }
    }

    /// The type without the types of elements, which a value does not know.
    var erased: Type {
        switch self {
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .type: .type(.dyn)
        case .optional: .optional(.dyn)
        case .wrapper(let type): type.erased
        case .opaque(let name, _): .opaque(name, [])
        default: self
        }
    }

    /// Whether the type has more than `limit` parts.
    func isLarger(than limit: Int) -> Bool {
        var count = 0
        var pending = [self]
        while let type = pending.popLast() {
            count += 1
            if count > limit { return true }
            switch type {
            case .list(let inner), .type(let inner), .wrapper(let inner), .optional(let inner):
                pending.append(inner)
            case .map(let key, let value): pending += [key, value]
            case .opaque(_, let parameters): pending += parameters
            default: break
            }
        }
        return false
    }

    /// Whether a parameter of this type takes `null`.
    var takesNull: Bool {
        switch self {
        case .dyn, .null, .wrapper, .parameter, .error: true
        default: false
        }
    }

    var isDynamic: Bool { self == .dyn || self == .error }

    var isOptional: Bool {
        if case .optional = self { return true }
        return false
    }

    /// The type inside a wrapper; other types as they are.
    package var unwrapped: Type {
        if case .wrapper(let type) = self { return type }
        return self
    }
}
