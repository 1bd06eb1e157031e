/// A map: entries in the order in which they were put in, found by key in constant time.
///
/// Keys are booleans, integers and strings. Numbers are one key if they are equal, whatever their
/// type, and strings if their code points are.
public struct MapValue: Sendable {
    /// The keys, in order.
    public private(set) var keys: [Value] = []
    /// The values, in the order of `keys`.
    public private(set) var values: [Value] = []
    /// Places by key, once there are more entries than are quickly searched.
    private var places: [MapKey: Int] = [:]

    private static let searchable = 8

    /// An empty map.
    public init() {}

    /// Returns the map of `entries`, or nil if a key occurs twice or cannot be a key.
    public init?(_ entries: [(key: Value, value: Value)]) {
        for entry in entries {
            guard insert(entry.value, for: entry.key) else { return nil }
        }
    }

    /// The number of entries.
    public var count: Int { keys.count }

    /// Returns the value for `key`, or nil if there is none.
    ///
    /// Complexity: O(1).
    public subscript(key: Value) -> Value? {
        guard let place = place(of: key) else { return nil }
        return values[place]
    }

    /// Returns the value for the string `key`.
    subscript(text key: String) -> Value? {
        if places.isEmpty {
            for (place, candidate) in keys.enumerated() {
                if case .string(let text) = candidate, text.hasSameCodePoints(as: key) {
                    return values[place]
                }
            }
            return nil
        }
        return places[.string(key)].map { values[$0] }
    }

    /// Puts an entry in; returns false if its key is taken or cannot be a key.
    mutating func insert(_ value: Value, for key: Value) -> Bool {
        guard let mapKey = MapKey(entry: key), place(of: mapKey) == nil else { return false }
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

    private func place(of key: Value) -> Int? {
        MapKey(key).flatMap { place(of: $0) }
    }

    private func place(of key: MapKey) -> Int? {
        if places.isEmpty { return keys.firstIndex { MapKey($0) == key } }
        return places[key]
    }
}
