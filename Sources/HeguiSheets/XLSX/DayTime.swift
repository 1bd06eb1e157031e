internal import HeguiCalendar

/// A day with a time, as files in XML write it.
struct DayTime: Equatable {
    let day: Day
    /// Of the day, below 86,400.
    let seconds: Int

    init(day: Day, seconds: Int) {
        self.day = day
        self.seconds = seconds
    }

    /// Reads `2013-01-04`, `2013-01-04T08:30:00` and the like, seconds rounded; nil for anything
    /// else.
    init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let date = parts.first, let day = Day(String(date)), parts.count <= 2 else {
            return nil
        }
        var seconds = 0
        if parts.count == 2 {
            let clock = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1]
            let units = clock.split(separator: ":", omittingEmptySubsequences: false)
            guard (2...3).contains(units.count), let hours = Self.whole(units[0], below: 24),
                let minutes = Self.whole(units[1], below: 60),
                let rest = Self.rounded(units.count == 3 ? units[2] : "0")
            else { return nil }
            seconds = hours * 3_600 + minutes * 60 + rest
        }
        // What rounds to midnight is the next day.
        self.day = Day(number: day.number + Int32(seconds / 86_400))
        self.seconds = seconds % 86_400
    }

    /// The number that spreadsheets count the day by, from 30 December 1899.
    var serial: Int { Int(day.number) + 25_569 }

    private static func whole(_ digits: some StringProtocol, below limit: Int) -> Int? {
        guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let value = Int(digits), value < limit
        else { return nil }
        return value
    }

    private static func rounded(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let value = whole(parts[0], below: 60) else { return nil }
        guard parts.count == 2 else { return value }
        guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return value + ((parts[1].utf8.first ?? 0x30) >= 0x35 ? 1 : 0)
    }
}

/// A length of time as spreadsheets hold it: as a number of days.
enum DayFraction {
    /// Returns seconds as days with at most 15 significant digits: `0.354166666666667`.
    static func text(seconds: Int) -> String {
        let isNegative = seconds < 0
        let length = min(seconds.magnitude, 1 << 40)
        let whole = String(length / 86_400)
        var rest = length % 86_400
        var digits = ""
        let places = 15 - (whole == "0" ? 0 : whole.utf8.count)
        // One digit more, by which the last is rounded.
        for _ in 0...places {
            rest *= 10
            digits += String(rest / 86_400)
            rest %= 86_400
        }
        let written = ExactDecimal((isNegative ? "-" : "") + whole + "." + digits)
        return written?.shown.text ?? "0"
    }

    /// Reads `PT08H30M00S`, seconds rounded down; nil for anything else.
    static func seconds(duration: String) -> Int? {
        let isNegative = duration.hasPrefix("-")
        var rest = duration.dropFirst(isNegative ? 1 : 0)
        guard rest.hasPrefix("PT") else { return nil }
        rest = rest.dropFirst(2)
        var seconds = 0
        for (unit, length) in [("H", 3_600), ("M", 60), ("S", 1)] {
            guard let end = rest.firstIndex(of: Character(unit)) else { continue }
            let digits = rest[..<end].split(separator: ".").first ?? ""
            guard let value = Int(digits), (0...1_000_000_000).contains(value) else { return nil }
            seconds += value * length
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? (isNegative ? -seconds : seconds) : nil
    }
}
