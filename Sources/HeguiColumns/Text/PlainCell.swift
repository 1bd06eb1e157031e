import HeguiCalendar

/// Recognises cells that are written as their column asks; a no is left to the plain reader.
enum PlainCell {
    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// Two to five ideographs of the common block.
    @inline(__always)
    static func isName(
        _ text: UnsafePointer<UInt8>, _ count: Int, by plain: PlainText
    ) -> Bool {
        guard count >= 6, count <= 15, count % 3 == 0 else { return false }
        var place = 0
        while place < count {
            let byte = unsafe text[place]
            if byte < 0xE4 || byte > 0xE9 { return false }
            place += 3
        }
        return unsafe plain.isPlain(text, count)
    }

    @inline(__always)
    static func isMobile(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == 11, unsafe text[0] == 0x31, unsafe text[1] >= 0x33 else { return false }
        for place in 1..<11 where unsafe !isDigit(text[place]) { return false }
        return true
    }

    /// `2013-01`, from 1910 to 2099.
    @inline(__always)
    static func isMonth(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == 7, unsafe text[4] == 0x2D else { return false }
        for place in [0, 1, 2, 3, 5, 6] where unsafe !isDigit(text[place]) { return false }
        let century = unsafe (text[0] - 0x30) * 10 + text[1] - 0x30
        let month = unsafe (text[5] - 0x30) * 10 + text[6] - 0x30
        let isEarly = unsafe century == 19 && text[2] == 0x30
        return (19...20).contains(century) && (1...12).contains(month) && !isEarly
    }

    /// Up to nine digits without a leading zero.
    @inline(__always)
    static func integer(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
        guard count <= 9, unsafe count == 1 || text[0] != 0x30 else { return nil }
        var number: Int32 = 0
        for place in 0..<count {
            let digit = unsafe text[place] &- 0x30
            if digit > 9 { return nil }
            number = number &* 10 &+ Int32(digit)
        }
        return number
    }

    /// Whether a text that begins so may be a number that was kept from being one: `="0101"`.
    @inline(__always)
    private static func isQuoting(_ byte: UInt8) -> Bool {
        byte == 0x27 || byte == 0x3D || byte == 0x60
    }

    /// Printable ASCII with a digit in it, so that it is no word of a heading or a footer.
    @inline(__always)
    static func isKey(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count <= 64, unsafe !isQuoting(text[0]) else { return false }
        var hasDigit = false
        for place in 0..<count {
            let byte = unsafe text[place]
            if byte <= 0x20 || byte >= 0x7F { return false }
            hasDigit = hasDigit || isDigit(byte)
        }
        return hasDigit
    }
}

/// The days that somebody can have meant, for quick reading of `2013-01-04`.
///
/// Sendable because the table is filled once, before anyone can read it, and never freed.
@safe
struct DayTable: @unchecked Sendable {
    private static let firstYear = 1910
    private static let years = 190

    /// By month: the number of the day before its first, and its length.
    private let months: UnsafeMutablePointer<(start: Int32, length: Int32)>

    static let shared = DayTable()

    private init() {
        unsafe months = .allocate(capacity: Self.years * 12)
        var place = 0
        for year in Self.firstYear..<Self.firstYear + Self.years {
            for month in 1...12 {
                let first = Day(year: year, month: month, day: 1) ?? .minimum
                let days = Month(containing: first).days
                let length = days.last.number - first.number + 1
                unsafe (months + place).initialize(to: (first.number - 1, length))
                place += 1
            }
        }
    }

    /// Returns the number of the day that ten bytes are, or `ColumnCells.special` for anything
    /// else.
    @inline(__always)
    func number(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        guard count == 10 else { return ColumnCells.special }
        let raw = unsafe UnsafeRawPointer(text)
        let head = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        let tail = unsafe UInt64(
            UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
        // Digits become their values and hyphens zero; any other byte shows.
        let value = head ^ 0x2D30_302D_3030_3030
        let days = tail ^ 0x3030
        let over = (value &+ 0x7F76_767F_7676_7676 | value) & 0x8080_8080_8080_8080
        let overDays = (days &+ 0x7676 | days) & 0x8080
        guard over | overDays == 0 else { return ColumnCells.special }
        @inline(__always)
        func digit(_ place: UInt64) -> Int { Int(value >> (8 * place) & 0xFF) }
        let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
        let month = digit(5) * 10 + digit(6)
        let day = Int32(days & 0xFF) * 10 + Int32(days >> 8)
        let place = (year - Self.firstYear) * 12 + month - 1
        guard month >= 1, month <= 12, place >= 0, place < Self.years * 12 else {
            return ColumnCells.special
        }
        let entry = unsafe months[place]
        return day >= 1 && day <= entry.length ? entry.start + day : ColumnCells.special
    }
}
