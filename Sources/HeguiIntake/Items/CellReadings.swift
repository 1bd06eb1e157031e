internal import HeguiCalendar
internal import HeguiSheets

/// Readings of cells by what stands in them: a column of few words is read once for each of them, and
/// so is one long text that a workbook of a few kilobytes has in every cell.
struct CellReadings {
    private var events = CellMemory<ParsedValue<[DatedItem]>>()
    private var lists = CellMemory<ParsedValue<[ListItem]>>()
    private var dates = CellMemory<ParsedValue<DayRange>>()
    /// How many cells were read.
    var count: Int { events.count + lists.count + dates.count }

    /// Returns the events of a cell.
    mutating func events(_ cell: RawCell?, by days: DayReader) -> ParsedValue<[DatedItem]> {
        guard let cell else { return .absent }
        return events.reading(of: cell, by: days) { EventReader(days: days).read(cell) }
    }

    /// Returns the items of the list in a cell.
    mutating func list(_ cell: RawCell?) -> ParsedValue<[ListItem]> {
        guard let cell else { return .absent }
        return lists.reading(of: cell, by: DayReader()) { ListReader().read(cell) }
    }

    /// Returns the day in a cell.
    mutating func days(_ cell: RawCell?, by days: DayReader) -> ParsedValue<DayRange> {
        guard let cell else { return .absent }
        return dates.reading(of: cell, by: days) { days.read(cell) }
    }
}
