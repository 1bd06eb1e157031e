package import HeguiCalendar
internal import HeguiDiagnostics
package import HeguiSheets
internal import HeguiTables

/// A cell → the day that is written in it, or the days it may be.
package struct DayReader: Hashable, Sendable {
    /// The year of dates written without one, from the form's heading.
    package var defaultYear: Int?
    /// Two-digit years are the latest such year up to this one.
    package var latestYear: Int
    /// Whether bare serial numbers count from 1904, as some workbooks do.
    package var countsFrom1904: Bool

    package init(defaultYear: Int? = nil, latestYear: Int = 2029, countsFrom1904: Bool = false) {
        self.defaultYear = defaultYear
        self.latestYear = latestYear
        self.countsFrom1904 = countsFrom1904
    }

    /// Reads a cell; nil is an empty one.
    package func read(_ cell: RawCell?) -> ParsedValue<DayRange> {
        if let cell, cell.kind == .date, let date = cell.date { return readDate(cell, date) }
        return CellWriting(cell).read { text in
            if cell?.kind == .number { return readNumber(text) }
            return readWritten(text)
        }
    }

    /// Reads a text.
    package func read(text: String) -> ParsedValue<DayRange> {
        CellWriting(text: text).read(readWritten)
    }

    /// A date whose year is not shown was typed as month and day, so it is read as such.
    private func readDate(_ cell: RawCell, _ date: DayRange) -> ParsedValue<DayRange> {
        let isWhole = date.isOneDay ? [] : [ParsingNote.wholeMonth]
        guard !cell.isYearShown else { return .value(date, notes: isWhole) }
        guard let year = defaultYear else { return .value(date, notes: isWhole + [.yearHidden]) }
        guard let month = Month(year: year, month: date.first.month) else {
            return .value(date, notes: isWhole + [.yearHidden])
        }
        if !date.isOneDay { return .value(month.days, notes: isWhole + [.yearAssumed(year)]) }
        guard let day = Day(year: year, month: date.first.month, day: date.first.day) else {
            return .unreadable(
                DayReader.noSuchDay(year: year, month: date.first.month, day: date.first.day))
        }
        return .value(DayRange(day), notes: [.yearAssumed(year)])
    }

    private func readWritten(_ text: String) -> ParsedValue<DayRange> {
        let reading = readPlain(text)
        guard case .unreadable(let reason) = reading else { return reading }
        if let plain = DayWriting.plain(text) {
            let repaired = readPlain(plain)
            if repaired.value != nil { return repaired }
        }
        guard let likely = DayWriting.likely(text, days: self) else { return reading }
        return .unreadable(
            Message(
                zh: "\(reason.zh)，是否为\(likely)？", en: "\(reason.en); is it \(likely)?"))
    }

    private func readPlain(_ text: String) -> ParsedValue<DayRange> {
        if let reading = readDigits(text) { return reading }
        let scalars = Array(text.unicodeScalars)
        var scanner = DayScanner(scalars, defaultYear: defaultYear, latestYear: latestYear)
        switch scanner.scanRange(at: 0) {
        case .none:
            return .unreadable(Message(zh: "不是日期", en: "not a date"))
        case .impossible(let reason, _):
            return .unreadable(reason)
        case .ambiguous(let ranges, let end):
            guard DayReader.isIgnorable(scalars[end...]) else { return DayReader.extraText }
            return .ambiguous(
                ranges, Message(zh: "日和月的先后不明", en: "day and month may be swapped")
            )
        case .found(let found):
            var notes = found.notes
            var rest = String(String.UnicodeScalarView(scalars[found.end...])).trimmed
            for word in ["左右", "前后"] where rest.hasPrefix(word) {
                rest.removeFirst(word.count)
                notes.append(.vagueDay)
            }
            guard DayReader.isIgnorable(Array(rest.unicodeScalars)[...]) else {
                return DayReader.extraText
            }
            return .value(found.range, notes: notes)
        }
    }

    static func noSuchDay(year: Int, month: Int, day: Int) -> Message {
        Message(
            zh: "\(year)年\(month)月没有\(day)日", en: "\(year)-\(month) has no day \(day)"
        )
    }

    private static let extraText = ParsedValue<DayRange>.unreadable(
        Message(zh: "日期后还有其他文字", en: "something else follows the date")
    )
}

extension Sheet {
    /// Returns the reader of this sheet's days; `year` is that of dates written without one.
    func days(year: Int? = nil) -> DayReader {
        DayReader(defaultYear: year, countsFrom1904: isDated1904)
    }
}
