/// Which values a parameter takes at run time.
struct Pattern: Sendable {
    private let kinds: UInt32
    /// The name of the host's type, where the kind alone does not tell.
    private let name: String?

    private static let all = UInt32.max

    init(_ type: Type) {
        switch type {
        case .dyn, .parameter, .error: (kinds, name) = (Self.all, nil)
        case .wrapper(let inner):
            let pattern = Pattern(inner)
            (kinds, name) = (pattern.kinds | 1, pattern.name)
        case .object(let object): (kinds, name) = (1 << 13, object)
        case .opaque(let opaque, _): (kinds, name) = (1 << 14, opaque)
        case .null: (kinds, name) = (1 << 0, nil)
        case .bool: (kinds, name) = (1 << 1, nil)
        case .int: (kinds, name) = (1 << 2, nil)
        case .uint: (kinds, name) = (1 << 3, nil)
        case .double: (kinds, name) = (1 << 4, nil)
        case .string: (kinds, name) = (1 << 5, nil)
        case .bytes: (kinds, name) = (1 << 6, nil)
        case .list: (kinds, name) = (1 << 7, nil)
        case .map: (kinds, name) = (1 << 8, nil)
        case .timestamp: (kinds, name) = (1 << 9, nil)
        case .duration: (kinds, name) = (1 << 10, nil)
        case .type: (kinds, name) = (1 << 11, nil)
        case .optional: (kinds, name) = (1 << 12, nil)
        }
    }

    @inline(__always)
    func matches(_ value: Value) -> Bool {
        guard kinds & (1 << value.kind) != 0 else { return false }
        guard let name else { return true }
        return hasName(name, value)
    }

    private func hasName(_ name: String, _ value: Value) -> Bool {
        switch value {
        case .object(let object): object.typeName == name
        case .opaque(let value): value.type.name == name
        default: true
        }
    }
}

extension Value {
    /// The number of the case, as patterns count them.
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
