/// A map. It keeps the order of its entries and finds them by key in constant time.
///
/// Keys are booleans, integers and strings. Equal numbers are the same key, whatever their types, and
/// so are strings with equal code points.
public struct MapValue: Sendable {
    /// The entries, in an object of their own so that a copy of the map counts one reference.
    private final class Storage: Sendable {
        let keys: [Value]
        let values: [Value]
        /// Places by key. Empty if there are so few entries that a search is quicker.
        let places: [MapKey: Int]

        init(keys: [Value], values: [Value], places: [MapKey: Int]) {
            self.keys = keys
            self.values = values
            self.places = places
        }
    }

    private let storage: Storage

    /// An empty map.
    public init() {
        storage = Storage(keys: [], values: [], places: [:])
    }

    /// Returns the map of `entries`, or nil if a key occurs twice or cannot be a key.
    public init?(_ entries: [(key: Value, value: Value)]) {
        var builder = Builder()
        for entry in entries {
            guard builder.insert(entry.value, for: entry.key) else { return nil }
        }
        self = builder.map
    }

    /// The keys, in order.
    public var keys: [Value] { storage.keys }

    /// The values, in the order of `keys`.
    public var values: [Value] { storage.values }

    /// The number of entries.
    public var count: Int { storage.keys.count }

    /// Returns the value for `key`, or nil if there is none.
    ///
    /// Complexity: O(1).
    public subscript(key: Value) -> Value? {
        if case .string(let text) = key { return self[text: text] }
        guard let key = MapKey(key) else { return nil }
        let storage = storage
        if !storage.places.isEmpty { return storage.places[key].map { storage.values[$0] } }
        for place in storage.keys.indices where MapKey(storage.keys[place]) == key {
            return storage.values[place]
        }
        return nil
    }

    /// Returns the value for the string `key`.
    subscript(text key: String) -> Value? {
        let storage = storage
        if !storage.places.isEmpty {
            return storage.places[.string(key)].map { storage.values[$0] }
        }
        for place in storage.keys.indices {
            if case .string(let text) = storage.keys[place], text.hasSameCodePoints(as: key) {
                return storage.values[place]
            }
        }
        return nil
    }

    /// Makes a map entry by entry.
    struct Builder {
        private var keys: [Value] = []
        private var values: [Value] = []
        private var places: [MapKey: Int] = [:]

        private static let searchable = 8

        /// Adds an entry. Returns false if its key is taken or cannot be a key.
        mutating func insert(_ value: Value, for key: Value) -> Bool {
            guard let mapKey = MapKey(entry: key), !contains(mapKey) else { return false }
            keys.append(key)
            values.append(value)
            if !places.isEmpty {
                places[mapKey] = keys.count - 1
            } else if keys.count > Self.searchable {
                for (place, key) in keys.enumerated() {
                    if let mapKey = MapKey(key) { places[mapKey] = place }
                }
            }
            return true
        }

        private func contains(_ key: MapKey) -> Bool {
            places.isEmpty ? keys.contains { MapKey($0) == key } : places[key] != nil
        }

        var map: MapValue {
            MapValue(storage: Storage(keys: keys, values: values, places: places))
        }
    }

    private init(storage: Storage) {
        self.storage = storage
    }
}

/// A key in canonical form, so that equal keys have equal forms.
enum MapKey: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    /// Greater than any `int`.
    case uint(UInt64)
    case string(String)

    /// Returns the key that looks `value` up, or nil if no map can have such a key.
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

    // Strings with equal code points are canonically equal, so the hash of String fits.
    func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let bool): hasher.combine(bool)
        case .int(let int): hasher.combine(int)
        case .uint(let uint): hasher.combine(uint)
        case .string(let string): hasher.combine(string)
        }
    }
}
