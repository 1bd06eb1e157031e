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

    /// Returns the zones that `load` has: it gets a name of letters, digits, `_`, `+`, `-` and
    /// single `/`, and returns the bytes of the zone's file, or nil if there is none.
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

    /// A name may not leave the database's folder.
    private static func isName(_ name: String) -> Bool {
        let signs = Set("_+-".utf8)
        return name.utf8.count <= 64
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || signs.contains($0) }
            }
    }
}
