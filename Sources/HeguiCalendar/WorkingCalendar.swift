/// The holidays and swapped working days of some years; weekends only in all others.
///
/// Building it takes time in proportion to the days it names, each question constant time.
public struct WorkingCalendar: Hashable, Sendable {
    /// The years that the calendar knows, in order, each once.
    public let years: [CalendarYear]

    /// The days that were given twice with different meanings, in order: a swapped working day
    /// inside a holiday, a day of two holidays. The first meaning counts, a working day before
    /// a holiday and an earlier year before a later one.
    public let conflicts: [Day]

    private let named: [Day: NamedDay]
    private let covered: Set<Int>

    private struct NamedDay: Hashable {
        let kind: DayKind
        let source: CalendarSource
    }

    /// A calendar that knows no year: Saturdays and Sundays are its only rest days.
    public static let weekendsOnly = WorkingCalendar(years: [])

    /// Returns the calendar of `years`; of two with the same number the later one counts, so that
    /// a user's own year replaces the published one.
    public init(years: [CalendarYear]) {
        let latest = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        self.years = latest.values.sorted { $0.year < $1.year }
        var named: [Day: NamedDay] = [:]
        var conflicts: Set<Day> = []
        for year in self.years {
            for (day, kind) in year.namedDays {
                let new = NamedDay(kind: kind, source: year.source)
                if let old = named[day] {
                    if old.kind != kind { conflicts.insert(day) }
                } else {
                    named[day] = new
                }
            }
        }
        self.named = named
        self.conflicts = conflicts.sorted()
        covered = Set(latest.keys)
    }

    /// Returns what `day` is; in a year that the calendar does not cover, only weekends and the
    /// days that a neighbouring year's notice names are known.
    public func kind(of day: Day) -> DayKind {
        named[day]?.kind ?? (day.weekday.isWeekend ? .restDay : .workday)
    }

    /// Returns whether people work on `day`, with the same limit as ``kind(of:)``.
    public func isWorkday(_ day: Day) -> Bool {
        kind(of: day).isWorkday
    }

    /// Returns whether the calendar knows the holidays of `year`.
    public func covers(_ year: Int) -> Bool {
        covered.contains(year)
    }

    /// Returns the document that makes `day` a holiday or a working day, or nil where the day
    /// is what its weekday says.
    public func source(of day: Day) -> CalendarSource? {
        named[day]?.source
    }
}

extension CalendarYear {
    /// Every day the year names with what it is: working days first, then holidays in order.
    fileprivate var namedDays: [(Day, DayKind)] {
        var all: [(Day, DayKind)] = workdays.map { ($0, .swappedWorkday) }
        for holiday in holidays {
            let statutory = Set(holiday.statutory)
            let off = holiday.days.flatMap { range in
                (0..<range.count).map { range.first.adding(days: $0) }
            }
            for day in Set(off).union(statutory).sorted() {
                let kind = DayKind.holiday(holiday.name, isStatutory: statutory.contains(day))
                all.append((day, kind))
            }
        }
        return all
    }
}
