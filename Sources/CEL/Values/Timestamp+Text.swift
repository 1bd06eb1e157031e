extension Timestamp: CustomStringConvertible {
    /// The point in time in UTC (RFC 3339), with the decimals that are needed.
    public var description: String {
        let parts = parts()
        let clock = parts.secondOfDay
        var text = Self.padded(parts.year, 4) + "-" + Self.padded(parts.month, 2)
        text += "-" + Self.padded(parts.day, 2) + "T" + Self.padded(clock / 3600, 2)
        text += ":" + Self.padded(clock / 60 % 60, 2) + ":" + Self.padded(clock % 60, 2)
        if nanoseconds != 0 {
            var fraction = Self.padded(Int64(nanoseconds), 9)
            while fraction.last == "0" { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Reads a point in time (RFC 3339). Returns nil if `text` is none or is out of range.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
            let day = Self.number(bytes, 8..<10), let hour = Self.number(bytes, 11..<13),
            let minute = Self.number(bytes, 14..<16), let second = Self.number(bytes, 17..<19),
            (1...12).contains(month), hour < 24, minute < 60, second < 60
        else { return nil }
        let dayNumber = Self.dayNumber(year: year, month: month, day: day)
        let nextMonth =
            month == 12
            ? Self.dayNumber(year: year + 1, month: 1, day: 1)
            : Self.dayNumber(year: year, month: month + 1, day: 1)
        guard day >= 1, dayNumber < nextMonth else { return nil }
        var offset = 19
        guard let nanoseconds = Self.fraction(bytes, &offset),
            let zone = Self.zone(bytes, offset)
        else { return nil }
        let seconds = dayNumber * 86_400 + hour * 3600 + minute * 60 + second
        self.init(seconds: seconds - zone, nanoseconds: nanoseconds)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
        var number: Int64 = 0
        for byte in bytes[range] {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        return number
    }

    private static func fraction(_ bytes: [UInt8], _ offset: inout Int) -> Int32? {
        guard bytes[offset] == UInt8(ascii: ".") else { return 0 }
        offset += 1
        var scale: Int32 = 100_000_000
        var nanoseconds: Int32 = 0
        let start = offset
        while offset < bytes.count, bytes[offset].isDigit {
            nanoseconds += Int32(bytes[offset] - 0x30) * scale
            scale /= 10
            offset += 1
        }
        return offset > start ? nanoseconds : nil
    }

    private static func zone(_ bytes: [UInt8], _ offset: Int) -> Int64? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] == UInt8(ascii: "Z") { return offset + 1 == bytes.count ? 0 : nil }
        guard offset + 6 == bytes.count,
            bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-"),
            bytes[offset + 3] == UInt8(ascii: ":"),
            let hours = number(bytes, (offset + 1)..<(offset + 3)),
            let minutes = number(bytes, (offset + 4)..<(offset + 6)), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return bytes[offset] == UInt8(ascii: "-") ? -seconds : seconds
    }
}
