internal import HeguiSheets

/// Readings of long cells by their text: a workbook of a few kilobytes may hold one long text in
/// every cell, and it need be read only once.
struct ItemReadings {
    private var events: [Key: ParsedValue<[DatedItem]>] = [:]
    private var lists: [String: ParsedValue<[ListItem]>] = [:]
    /// How many cells were read.
    private(set) var count = 0

    private struct Key: Hashable {
        let text: String
        let days: DayReader
    }

    /// Shorter texts, in bytes, are read as quickly as they are found.
    private static let shortest = 256
    /// How many are remembered before all are forgotten.
    private static let most = 64

    /// Returns the events of a cell.
    mutating func events(_ cell: RawCell?, by days: DayReader) -> ParsedValue<[DatedItem]> {
        guard let cell, Self.isLong(cell) else { return EventReader(days: days).read(cell) }
        let key = Key(text: cell.text, days: days)
        if let known = events[key] { return known }
        count += 1
        if events.count == Self.most { events = [:] }
        let reading = EventReader(days: days).read(cell)
        events[key] = reading
        return reading
    }

    /// Returns the items of the list in a cell.
    mutating func list(_ cell: RawCell?) -> ParsedValue<[ListItem]> {
        guard let cell, Self.isLong(cell) else { return ListReader().read(cell) }
        if let known = lists[cell.text] { return known }
        count += 1
        if lists.count == Self.most { lists = [:] }
        let reading = ListReader().read(cell)
        lists[cell.text] = reading
        return reading
    }

    private static func isLong(_ cell: RawCell) -> Bool {
        cell.kind == .text && cell.text.utf8.count >= shortest
    }
}
