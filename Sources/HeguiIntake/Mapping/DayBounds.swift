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

extension Annex {
    /// Returns the bounds of each column that has some, for one row of the form of a year.
    func bounds(
        _ values: [String: SourceValue], asOf: Day?, formYear: Int?
    ) -> [String: DayBounds] {
        var bounds: [String: DayBounds] = [:]
        for column in columns {
            guard let plausible = column.plausible else { continue }
            var year: Int?
            if case .cell(_, _, let days)? = values[column.name] { year = days.defaultYear }
            if case .cells(_, let days)? = values[column.name] { year = days.defaultYear }
            let earlier = plausible.after.compactMap { name -> (DayRange, String)? in
                guard case .cell(let cell, _, let days)? = values[name],
                    case .value(let range, _) = days.read(cell)
                else { return nil }
                return (range, columns.first { $0.name == name }?.headers.first ?? name)
            }
            bounds[column.name] = DayBounds(
                plausible: plausible, lastYear: asOf.map { max($0.year, year ?? 0, formYear ?? 0) },
                earlier: earlier)
        }
        return bounds
    }

    /// Returns the values of a row with the days doubted that nobody can have meant.
    func doubting(
        _ values: [String: SourceValue], _ bounds: [String: DayBounds]
    ) -> [String: SourceValue] {
        var doubted = values
        for (name, bounds) in bounds {
            guard columns.first(where: { $0.name == name })?.type != .events,
                case .cell(let cell, let address, let days)? = values[name],
                case .value(let range, _) = days.read(cell),
                let problem = DayBounds.impossible(range, in: cell) ?? bounds.problem(of: range)
            else { continue }
            let reading = ParsedDatum(datum: .unreadable, problem: .implausible(problem))
            doubted[name] = .day(reading, address)
        }
        return doubted
    }
}

extension DraftTables {
    /// Makes unknown the days of a row that nobody can have meant, and reports them; `formYear` is
    /// the year of the form that it stands in.
    mutating func doubtDays(in row: inout DraftRow, of dataset: Int, formYear: Int? = nil) {
        let columns = pack.datasets[dataset].columns
        for column in bounded[dataset] {
            guard case .day(let days) = row.data[column], let plausible = columns[column].plausible
            else { continue }
            let earlier = plausible.after.compactMap { name -> (DayRange, String)? in
                guard let place = pack.datasets[dataset].columnIndex(name),
                    case .day(let days) = row.data[place]
                else { return nil }
                return (days, columns[place].title.message.zh)
            }
            let bounds = DayBounds(
                plausible: plausible, lastYear: asOf.map { max($0.year, formYear ?? 0) },
                earlier: earlier)
            guard let problem = bounds.problem(of: days) else { continue }
            row.data[column] = doubted(
                problem, in: (dataset: dataset, column: column),
                at: row.cells[column] ?? row.address)
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
