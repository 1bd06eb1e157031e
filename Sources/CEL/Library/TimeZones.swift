import Synchronization

/// Finds time zones by name.
///
/// `UTC`, `Z` and fixed offsets such as `+08:00` are always known. Names such as `Asia/Shanghai`
/// need the IANA database, which the host supplies as compiled files (RFC 8536).
public final class TimeZones: Sendable {
    private let load: @Sendable (String) -> [UInt8]?
    private let known = Mutex<[String: TimeZone]>([:])

    /// Only fixed offsets and UTC.
    public static let fixedOffsets = TimeZones { _ in nil }

    /// Makes time zones that `load` finds.
    ///
    /// `load` gets a name of letters, digits, `_`, `+`, `-` and single `/`. It returns the bytes of the
    /// compiled file, or nil if there is no such zone. A zone that was found is kept.
    public init(load: @escaping @Sendable (_ name: String) -> [UInt8]?) {
        self.load = load
    }

    /// Returns the zone, or nil if it is not known.
    func zone(_ name: String) -> TimeZone? {
        if name == "UTC" || name == "Z" || name.isEmpty { return TimeZone(fixed: 0) }
        if let offset = Self.fixedOffset(name) { return TimeZone(fixed: offset) }
        guard Self.isName(name) else { return nil }
        if let zone = known.withLock({ $0[name] }) { return zone }
        guard let bytes = load(name), let zone = TimeZone(compiled: bytes) else { return nil }
        known.withLock { $0[name] = zone }
        return zone
    }

    /// Returns the seconds of `+08:00`, `-02:30` or `02:00`.
    private static func fixedOffset(_ name: String) -> Int64? {
        var rest = Substring(name)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2,
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isNegative ? -seconds : seconds
    }

    /// Whether a name is safe as a path: it cannot leave the folder of the database.
    private static func isName(_ name: String) -> Bool {
        let signs = Set("_+-".utf8)
        return name.utf8.count <= 64
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || signs.contains($0) }
            }
    }
}

/// The offsets from UTC of one time zone through time.
struct TimeZone: Sendable {
    /// The times at which an offset begins, in order, in seconds since 1970.
    private var starts: [Int64] = []
    private var offsets: [Int64] = []
    /// The offset before all of `starts`.
    private var first: Int64
    /// The rule after the last of `starts`.
    private var rule: TimeZoneRule?

    init(fixed offset: Int64) {
        first = offset
    }

    /// Reads a compiled file (RFC 8536), or returns nil if the bytes are none.
    init?(compiled bytes: [UInt8]) {
        var reader = TimeZoneReader(bytes)
        guard let file = reader.read() else { return nil }
        starts = file.starts
        offsets = file.offsets
        first = file.first
        rule = TimeZoneRule(file.footer)
    }

    /// Returns how many seconds clocks are ahead of UTC, at `seconds` since 1970.
    ///
    /// Complexity: O(log n) in the number of changes.
    func offset(at seconds: Int64) -> Int64 {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == starts.count, let rule { return rule.offset(at: seconds) }
        return low == 0 ? first : offsets[low - 1]
    }
}
