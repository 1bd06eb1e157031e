package import HeguiCalendar

/// One event of a cell that lists several: `3月5日 清洁家园；5.12 文明劝导`.
package struct DatedItem: Hashable, Sendable {
    /// 1-based, for pointing into the cell.
    package var position: Int
    /// nil where no date is written, or none that can be.
    package var date: DayRange?
    /// What happened, without the date.
    package var text: String
    package var notes: [ReadingNote]

    package init(position: Int, date: DayRange?, text: String, notes: [ReadingNote] = []) {
        self.position = position
        self.date = date
        self.text = text
        self.notes = notes
    }
}
