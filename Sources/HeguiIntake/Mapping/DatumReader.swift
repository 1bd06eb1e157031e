internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Reads cells as the type of one column.
final class DatumReader: Sendable {
    /// Readers of one kind read every cell alike.
    struct Kind: Hashable {
        let type: ColumnType
        let limit: Int
        let isKey: Bool
        let decimals: Int?
        /// The column, where it has words of its own.
        let column: ColumnName?
    }

    let column: Column
    /// The number of the reader's kind among those of the pack.
    let kind: Int
    private let words: ChoiceReader?
    /// The name of each spelling that the column takes for the same, without spaces.
    private let synonyms: [String: String]
    /// How many characters a cell may have.
    let limit: Int
    /// Whether rows are known by the column, so that a digit less is another row.
    private let isKey: Bool

    init(_ column: Column, of dataset: Dataset, among kinds: inout [Kind: Int]) {
        self.column = column
        let limit = CellLength.limit(of: column, in: dataset)
        self.limit = limit
        let isKey = column.type == .text && dataset.key.contains(column.name)
        self.isKey = isKey
        let hasWords = !column.synonyms.isEmpty || column.type == .enumeration
        let kind = Kind(
            type: column.type, limit: limit, isKey: isKey, decimals: column.decimals,
            column: hasWords ? ColumnName(dataset: dataset.name, column: column.name) : nil)
        let number = kinds[kind] ?? kinds.count
        kinds[kind] = number
        self.kind = number
        let pairs = column.synonyms.flatMap { value in
            value.spellings.map { ($0.compact, value.name) }
        }
        synonyms = Dictionary(pairs) { first, _ in first }
        words =
            column.type == .enumeration
            ? ChoiceReader(column.values.map { ($0.name, $0.spellings) }) : nil
    }

    /// Reads a cell; nil is an empty one. `days` says what a date without a year means here.
    func read(_ cell: RawCell?, days: DayReader) -> ParsedDatum {
        var readings = CellReadings()
        return read(cell, days: days, &readings)
    }

    /// Reads a cell, unless what it holds is among the `readings` of others.
    func read(
        _ cell: RawCell?, days: DayReader, _ readings: inout CellReadings
    ) -> ParsedDatum {
        guard !CellLength.exceeds(limit, cell) else { return tooLong }
        return switch column.type {
        case .text: make(text(cell)) { .text(named($0)) }
        case .name: make(NameReader.read(cell)) { .text($0.text) }
        case .phone: make(PhoneReader.read(cell)) { .text($0[0].digits) }
        case .idNumber: make(IDNumberReader.read(cell)) { .text($0.text) }
        case .organisation: make(text(cell)) { .text($0.compact) }
        case .integer: make(IntegerReader.read(cell)) { .integer($0) }
        case .number:
            make(NumberReader.read(cell, decimals: column.decimals ?? 2)) { .number($0) }
        case .boolean: make(TickReader.read(cell)) { .bool($0) }
        case .day: possible(make(readings.days(cell, by: days)) { .day($0) }, cell)
        case .month:
            possible(
                make(readings.days(cell, by: days)) { .day(DatumReader.wholeMonth($0)) }, cell)
        case .period: make(period(cell, days)) { .period($0) }
        case .list, .events, .ticks:
            make(readings.list(cell)) { .list($0.map { named($0.text) }) }
        case .enumeration: word(cell)
        }
    }

    /// What comes of a cell that is longer than it may be.
    var tooLong: ParsedDatum { ParsedDatum(datum: .unreadable, problem: .tooLong(limit)) }

    private func make<Value>(
        _ reading: ParsedValue<Value>, _ datum: (Value) -> Datum
    ) -> ParsedDatum {
        switch reading {
        case .value(let value, let notes): ParsedDatum(datum: datum(value), notes: notes)
        case .absent: ParsedDatum(datum: .absent)
        case .sameAsAbove:
            ParsedDatum(
                datum: .unreadable,
                problem: .unreadable(
                    Message(zh: "“同上”的上方没有内容", en: "there is nothing above to repeat")
                )
            )
        case .ambiguous(_, let message):
            ParsedDatum(datum: .unreadable, problem: .ambiguous(message))
        case .unreadable(let message):
            ParsedDatum(datum: .unreadable, problem: .unreadable(message))
        }
    }

    /// The reading of a day, unless nobody can have meant it.
    private func possible(_ reading: ParsedDatum, _ cell: RawCell?) -> ParsedDatum {
        guard case .day(let days) = reading.datum,
            let problem = DayBounds.impossible(days, in: cell)
        else { return reading }
        return ParsedDatum(datum: .unreadable, problem: .implausible(problem))
    }

    /// The word that the column takes the text for.
    func named(_ text: String) -> String {
        synonyms.isEmpty ? text : synonyms[text.compact] ?? text
    }

    /// What comes of a cell whose digits a program has lost, in a column that names rows of a dataset;
    /// nil for any other.
    func digitsLost(_ cell: RawCell?) -> ParsedDatum? {
        guard let reading = LostDigits.reading(cell), reading.value == nil else { return nil }
        return make(reading) { .text($0) }
    }

    private func text(_ cell: RawCell?) -> ParsedValue<String> {
        if isKey, let reading = LostDigits.reading(cell) { return reading }
        return CellWriting(cell).read { .value($0) }
    }

    private func word(_ cell: RawCell?) -> ParsedDatum {
        guard let words else { return ParsedDatum(datum: .absent) }
        var reading = make(words.read(cell)) { .text($0) }
        if case .unreadable = reading.problem, let cell, cell.kind != .error,
            cell.kind != .uncomputed
        {
            reading.problem = .unknownWord
        }
        return reading
    }

    private func period(_ cell: RawCell?, _ days: DayReader) -> ParsedValue<CalendarPeriod> {
        if let cell, cell.kind == .date || cell.kind == .number {
            return days.read(cell).map { DatumReader.period(of: $0) }
        }
        return CellWriting(cell).read { text in
            if let period = CalendarPeriod(text.compact, year: days.defaultYear) {
                return .value(period)
            }
            return days.read(text: text).map { DatumReader.period(of: $0) }
        }
    }

    /// The shortest period that holds all the days.
    private static func period(of range: DayRange) -> CalendarPeriod {
        for unit in [CalendarUnit.month, .quarter, .half] {
            let period = CalendarPeriod(containing: range.first, unit: unit)
            if period.contains(range.last) { return period }
        }
        return CalendarPeriod(containing: range.first, unit: .year)
    }

    /// A day within a month column says no more than its month.
    private static func wholeMonth(_ range: DayRange) -> DayRange {
        let month = Month(containing: range.first)
        return month == Month(containing: range.last) ? month.days : range
    }
}

/// What a cell gives for a column, and what is wrong or worth knowing about it.
struct ParsedDatum {
    enum Problem: Hashable {
        case unreadable(Message)
        case ambiguous(Message)
        case unknownWord
        /// A day that nobody can have meant.
        case implausible(Message)
        /// Longer than so many characters.
        case tooLong(Int)
    }

    var datum: Datum
    var problem: Problem?
    var notes: [ParsingNote] = []
}
