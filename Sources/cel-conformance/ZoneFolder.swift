import CEL
import FoundationEssentials

/// The machine's time zones.
enum ZoneFolder {
    static let timeZones = TimeZones { name in
        (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))).map { Array($0) }
    }
}
