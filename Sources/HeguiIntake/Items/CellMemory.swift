internal import HeguiSheets

/// What cells were read as, by what stands in them.
///
/// It is bounded: each text has one place, which it takes from whatever text had it before.
struct CellMemory<Reading: Sendable> {
    private final class Entry: Sendable {
        let cell: RawCell
        let days: DayReader
        let reading: Reading

        init(_ reading: Reading, of cell: RawCell, by days: DayReader) {
            self.cell = cell
            self.days = days
            self.reading = reading
        }

        func isOf(_ other: RawCell, _ days: DayReader) -> Bool {
            cell.kind == other.kind && cell.text.isSame(as: other.text) && cell.date == other.date
                && cell.isYearShown == other.isYearShown && self.days == days
        }
    }

    private static var places: Int { 512 }
    private var entries: [Entry?] = []
    /// How many cells were read.
    private(set) var count = 0

    /// Returns the reading of a cell, made by `read` unless one of the same text is remembered.
    mutating func reading(
        of cell: RawCell, by days: DayReader, else read: () -> Reading
    ) -> Reading {
        if let known = known(cell, by: days) { return known }
        let reading = read()
        remember(reading, of: cell, by: days)
        return reading
    }

    /// Returns the reading of a cell that is remembered.
    func known(_ cell: RawCell, by days: DayReader) -> Reading? {
        guard !entries.isEmpty, let entry = entries[Self.place(of: cell.text)],
            entry.isOf(cell, days)
        else { return nil }
        return entry.reading
    }

    /// Remembers a reading.
    mutating func remember(_ reading: Reading, of cell: RawCell, by days: DayReader) {
        if entries.isEmpty { entries = Array(repeating: nil, count: Self.places) }
        entries[Self.place(of: cell.text)] = Entry(reading, of: cell, by: days)
        count += 1
    }

    /// The place of a text, by its length and the bytes at its ends.
    private static func place(of text: String) -> Int {
        let bytes = text.utf8.span
        var digest = UInt64(truncatingIfNeeded: bytes.count)
        for index in 0..<min(24, bytes.count) {
            digest = (digest ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        for index in max(24, bytes.count - 24)..<max(24, bytes.count) {
            digest = (digest ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        return Int(truncatingIfNeeded: (digest ^ digest >> 32) % UInt64(places))
    }
}

extension String {
    /// Whether two texts have the same bytes: `==` takes two ways of writing é for one.
    func isSame(as other: String) -> Bool {
        let own = utf8.span
        let theirs = other.utf8.span
        guard own.count == theirs.count else { return false }
        if own.isIdentical(to: theirs) { return true }
        for index in 0..<own.count where own[index] != theirs[index] { return false }
        return true
    }
}
