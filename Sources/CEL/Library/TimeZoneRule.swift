/// The rule of a time zone for future years, such as `AEST-10AEDT,M10.1.0,M4.1.0/3` (POSIX).
struct TimeZoneRule: Sendable {
    /// A day of the year and a time on it.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// Month, week (5 is the last) and day of the week (0 is Sunday).
            case week(Int64, Int64, Int64)
            /// Day 1 to 365, without the leap day.
            case julian(Int64)
            /// Day 0 to 365.
            case ordinal(Int64)
        }

        var day: Day
        /// Seconds after midnight.
        var time: Int64
    }

    private let standard: Int64
    private let saving: Int64
    private let begin: Change?
    private let end: Change?

    /// Reads a rule, or returns nil if `text` is none.
    init?(_ text: String) {
        var scanner = Scanner(text)
        guard scanner.name(), let offset = scanner.time() else { return nil }
        standard = -offset
        guard scanner.name() else {
            (saving, begin, end) = (standard, nil, nil)
            return
        }
        saving = scanner.at(",") ? standard + 3600 : scanner.time().map { -$0 } ?? standard + 3600
        guard scanner.take(","), let begin = scanner.change(), scanner.take(","),
            let end = scanner.change()
        else { return nil }
        self.begin = begin
        self.end = end
    }

    func offset(at seconds: Int64) -> Int64 {
        guard let begin, let end else { return standard }
        let local = seconds + standard
        let year = Timestamp.year(ofDay: local.floorDivided(by: 86_400))
        let start = Self.seconds(begin, year) - standard
        let stop = Self.seconds(end, year) - saving
        let isSaving =
            start < stop ? seconds >= start && seconds < stop : seconds >= start || seconds < stop
        return isSaving ? saving : standard
    }

    /// Returns the time of a change in `year`, in local seconds since 1970.
    private static func seconds(_ change: Change, _ year: Int64) -> Int64 {
        let day: Int64
        switch change.day {
        case .julian(let number):
            let first = Timestamp.dayNumber(year: year, month: 1, day: 1)
            let march = Timestamp.dayNumber(year: year, month: 3, day: 1)
            day = first + number - 1 + (number >= 60 && march - first == 60 ? 1 : 0)
        case .ordinal(let number):
            day = Timestamp.dayNumber(year: year, month: 1, day: 1) + number
        case .week(let month, let week, let weekday):
            let first = Timestamp.dayNumber(year: year, month: month, day: 1)
            let next =
                month == 12
                ? Timestamp.dayNumber(year: year + 1, month: 1, day: 1)
                : Timestamp.dayNumber(year: year, month: month + 1, day: 1)
            let firstWeekday = (first % 7 + 11) % 7
            var found = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            while found >= next { found -= 7 }
            day = found
        }
        return day * 86_400 + change.time
    }

    /// Reads the parts of a rule.
    private struct Scanner {
        let bytes: [UInt8]
        var offset = 0

        init(_ text: String) { bytes = Array(text.utf8) }

        func at(_ character: Character) -> Bool {
            offset < bytes.count && bytes[offset] == character.asciiValue
        }

        mutating func take(_ character: Character) -> Bool {
            guard at(character) else { return false }
            offset += 1
            return true
        }

        mutating func name() -> Bool {
            let start = offset
            if take("<") {
                while offset < bytes.count, !take(">") { offset += 1 }
            } else {
                while offset < bytes.count, bytes[offset].isLetter { offset += 1 }
            }
            return offset > start
        }

        mutating func number() -> Int64? {
            let start = offset
            var number: Int64 = 0
            while offset < bytes.count, bytes[offset].isDigit, offset - start < 4 {
                number = number * 10 + Int64(bytes[offset] - 0x30)
                offset += 1
            }
            return offset > start ? number : nil
        }

        /// Seconds of `[+-]h[:mm[:ss]]`.
        mutating func time() -> Int64? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard let hours = number() else { return nil }
            var seconds = hours * 3600
            if take(":"), let minutes = number() { seconds += minutes * 60 }
            if take(":"), let rest = number() { seconds += rest }
            return isNegative ? -seconds : seconds
        }

        mutating func change() -> Change? {
            let day: Change.Day
            if take("M") {
                guard let month = number(), take("."), let week = number(), take("."),
                    let weekday = number(), (1...12).contains(month), (1...5).contains(week),
                    weekday < 7
                else { return nil }
                day = .week(month, week, weekday)
            } else if take("J") {
                guard let number = number(), (1...365).contains(number) else { return nil }
                day = .julian(number)
            } else {
                guard let number = number(), number < 366 else { return nil }
                day = .ordinal(number)
            }
            if take("/") { return time().map { Change(day: day, time: $0) } }
            return Change(day: day, time: 7200)
        }
    }
}
