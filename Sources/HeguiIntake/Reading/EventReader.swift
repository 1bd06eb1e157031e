package import HeguiCalendar
internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → the dated events in it.
package struct EventReader: Hashable, Sendable {
    /// How dates are read; its default year is that of the form.
    package var days: DayReader

    package init(days: DayReader) {
        self.days = days
    }

    /// Reads a cell; nil is an empty one. An event without a date is an item too.
    package func read(_ cell: RawCell?) -> ParsedValue<[DatedItem]> {
        if let cell, cell.kind == .date, let date = cell.date {
            return .value([DatedItem(position: 1, date: date, text: "")])
        }
        return CellWriting(cell).read(readWritten)
    }

    /// Reads a text.
    package func read(text: String) -> ParsedValue<[DatedItem]> {
        CellWriting(text: text).read(readWritten)
    }

    private func readWritten(_ text: String) -> ParsedValue<[DatedItem]> {
        var items: [DatedItem] = []
        var numbered = 0
        for segment in text.split(whereSeparator: { "\n;".contains($0) }) {
            guard case .written(let line) = CellWriting(text: String(segment)) else { continue }
            var cutter = EventCutter(Array(line.unicodeScalars), days: days, numbered: numbered)
            items += cutter.items()
            numbered = cutter.numbered
        }
        guard !items.isEmpty else { return .absent }
        for index in items.indices { items[index].position = index + 1 }
        return .value(items)
    }
}

/// One event of a cell that lists several: `3月5日 清洁家园；5.12 文明劝导`.
package struct DatedItem: Hashable, Sendable {
    /// 1-based, for pointing into the cell.
    package var position: Int
    /// nil where no date is written, or none that can be.
    package var date: DayRange?
    /// What happened, without the date.
    package var text: String
    package var notes: [ParsingNote]

    package init(position: Int, date: DayRange?, text: String, notes: [ParsingNote] = []) {
        self.position = position
        self.date = date
        self.text = text
        self.notes = notes
    }
}
