internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Which days a column may hold: others nobody can have meant.
struct DayBounds {
    let plausible: PlausibleDays
    /// The last year that days may be of.
    let lastYear: Int?
    /// What lies before all days of the column, with the heading for people.
    var earlier: [(days: DayRange, title: String)]

    /// Returns why days cannot be meant; nil where they can.
    func problem(of days: DayRange) -> Message? {
        if let from = plausible.from, days.last < from {
            return Message(zh: "早于\(from)，不可能是当时的事", en: "it lies before \(from)")
        }
        if plausible.endsWithYear, let lastYear, days.first.year > lastYear {
            return Message(
                zh: "晚于\(lastYear)年，是将来的日期", en: "it lies after \(lastYear), in the future")
        }
        if let later = earlier.first(where: { days.last < $0.days.first }) {
            return Message(
                zh: "早于同一行的“\(later.title)”", en: "it lies before `\(later.title)` of the row")
        }
        return nil
    }

    /// Returns an event without its date where nobody can have meant that.
    func checked(_ event: DatedItem) -> DatedItem {
        guard let date = event.date, let problem = problem(of: date) else { return event }
        return DatedItem(
            position: event.position, date: nil, text: event.text,
            notes: event.notes + [.dateRejected(problem)])
    }

    /// Days of a few cells that a program shows for a number typed into a cell of dates, and years
    /// in which nobody of today did anything.
    static func impossible(_ days: DayRange, in cell: RawCell?) -> Message? {
        let isForEver = days.last.year == 9999
        guard days.last < firstDay || days.first.year > 2100 && !isForEver else { return nil }
        let serial = days.first.number + 25_569
        if cell?.kind == .date, (1900...2100).contains(serial) {
            return Message(
                zh: "单元格是日期格式，显示为\(days.first)，可能是只输入了\(serial)",
                en: "the cell shows dates: \(days.first) may have been typed as \(serial)")
        }
        return Message(
            zh: "\(days.first.year)年不可能，请核对年份", en: "the year \(days.first.year) cannot be meant")
    }

    private static let firstDay = Day(year: 1910, month: 1, day: 1) ?? .minimum
}

/// A column of an annex or a dataset that may not hold any day, with its names looked up.
struct BoundedColumn {
    let column: Int
    let plausible: PlausibleDays
    /// The columns whose days lie before, with their headings for people.
    let earlier: [(column: Int, title: String)]

    /// nil for a column that may hold any day.
    init?(
        _ column: Int, _ plausible: PlausibleDays?, at place: (String) -> Int?,
        title: (Int) -> String
    ) {
        guard let plausible else { return nil }
        self.column = column
        self.plausible = plausible
        earlier = plausible.after.compactMap { name in place(name).map { ($0, title($0)) } }
    }
}

extension AnnexPlan {
    /// Returns the bounds of each column of `bounded`, for one row of the form of a year.
    func bounds(
        _ values: [SourceValue], asOf: Day?, formYear: Int?, _ readings: inout CellReadings
    ) -> [DayBounds] {
        bounded.map { bounded in
            var year: Int?
            switch values[bounded.column] {
            case .cell(_, _, let days), .cells(_, let days): year = days.defaultYear
            default: break
            }
            var earlier: [(days: DayRange, title: String)] = []
            for (column, title) in bounded.earlier {
                guard case .cell(let cell, _, let days) = values[column],
                    case .value(let range, _) = readings.days(cell, by: days)
                else { continue }
                earlier.append((range, title))
            }
            return DayBounds(
                plausible: bounded.plausible,
                lastYear: asOf.map { max($0.year, year ?? 0, formYear ?? 0) }, earlier: earlier)
        }
    }

    /// Returns the values of a row with the days doubted that nobody can have meant.
    func doubting(
        _ values: [SourceValue], within bounds: [DayBounds], _ readings: inout CellReadings
    ) -> [SourceValue] {
        var doubted = values
        for (bounded, bounds) in zip(bounded, bounds) {
            guard annex.columns[bounded.column].type != .events,
                case .cell(let cell, let address, let days) = values[bounded.column],
                case .value(let range, _) = readings.days(cell, by: days),
                let problem = DayBounds.impossible(range, in: cell) ?? bounds.problem(of: range)
            else { continue }
            let reading = ParsedDatum(datum: .unreadable, problem: .implausible(problem))
            doubted[bounded.column] = .day(reading, address)
        }
        return doubted
    }
}

extension DraftTables {
    /// Makes unknown the days of a row that nobody can have meant, and reports them; `formYear` is
    /// the year of the form that it stands in.
    mutating func doubtDays(in row: inout DraftRow, of dataset: Int, formYear: Int? = nil) {
        for bounded in plans[dataset].bounded {
            guard case .day(let days) = row.data[bounded.column] else { continue }
            var earlier: [(days: DayRange, title: String)] = []
            for (column, title) in bounded.earlier {
                if case .day(let days) = row.data[column] { earlier.append((days, title)) }
            }
            let bounds = DayBounds(
                plausible: bounded.plausible, lastYear: asOf.map { max($0.year, formYear ?? 0) },
                earlier: earlier)
            guard let problem = bounds.problem(of: days) else { continue }
            row.data[bounded.column] = doubted(
                problem, in: (dataset: dataset, column: bounded.column),
                at: row.cells[bounded.column] ?? row.address)
        }
    }

    /// Reports a day that nobody can have meant, and returns what is known instead.
    mutating func doubted(
        _ problem: Message, in place: (dataset: Int, column: Int), at address: CellAddress
    ) -> Datum {
        let reading = ParsedDatum(datum: .unreadable, problem: .implausible(problem))
        return accept(reading, nil, in: place, at: address)
    }
}
