/// A map: entries in the order in which they were put in, found by key in constant time.
///
/// Keys are booleans, integers and strings. Numbers are one key if they are equal, whatever their
/// type, and strings if their code points are.
public struct MapValue: Sendable {
    /// The entries; apart, so that copying a map counts one reference only.
    private final class Storage: Sendable {
        let keys: [Value]
        let values: [Value]
        /// Places by key, where there are more entries than are quickly searched.
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

    /// A map in the making.
    struct Builder {
        private var keys: [Value] = []
        private var values: [Value] = []
        private var places: [MapKey: Int] = [:]

        private static let searchable = 8

        /// Puts an entry in; returns false if its key is taken or cannot be a key.
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
