/// A key in the one form in which equal keys are equal.
enum MapKey: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    /// Past the range of `int`.
    case uint(UInt64)
    case string(String)

    /// Returns the key to look `value` up by, or nil if no map can have it.
    init?(_ value: Value) {
        switch value {
        case .double(let double):
            if let int = Int64(exactly: double) {
                self = .int(int)
            } else if let uint = UInt64(exactly: double) {
                self = .uint(uint)
            } else {
                return nil
            }
        default:
            self.init(entry: value)
        }
    }

    /// Returns the key of an entry, or nil if `value` cannot be one.
    init?(entry value: Value) {
        switch value {
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .int(int)
        case .uint(let uint): self = Int64(exactly: uint).map { .int($0) } ?? .uint(uint)
        case .string(let string): self = .string(string)
        default: return nil
        }
    }

    static func == (left: MapKey, right: MapKey) -> Bool {
        switch (left, right) {
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameCodePoints(as: right)
        default: false
        }
    }

    // Strings with the same code points are canonically equal, so String's own hash will do.
    func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let bool): hasher.combine(bool)
        case .int(let int): hasher.combine(int)
        case .uint(let uint): hasher.combine(uint)
        case .string(let string): hasher.combine(string)
        }
    }
}
