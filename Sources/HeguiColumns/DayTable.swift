import HeguiCalendar

/// The days of the years that lists of people speak of, for quick reading of `2013-01-04`.
@safe
struct DayTable: @unchecked Sendable {
    private static let firstYear = 1900
    private static let years = 200

    /// By month: the number of the day before its first, and its length; there as long as the run.
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
        // Digits become their values and hyphens nothing; whatever else is left shows.
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
