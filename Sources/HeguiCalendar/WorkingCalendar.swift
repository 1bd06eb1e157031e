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

/// One year's holidays and swapped working days, as its notice arranges them.
///
/// A notice may reach into the neighbouring years: that of 2007 made 2006-12-30 a working day.
/// Such days stand with the year whose notice names them.
public struct CalendarYear: Hashable, Sendable {
    /// The year that the notice arranges.
    public let year: Int

    /// The document from which the days are taken.
    public let source: CalendarSource

    /// Later documents that changed the year, in order; the days are those after the change.
    public let amendments: [CalendarSource]

    /// The holidays.
    public let holidays: [Holiday]

    /// The Saturdays and Sundays on which people work in exchange for a day off (调休上班).
    public let workdays: [Day]

    /// Returns a year with the given days.
    public init(
        year: Int, source: CalendarSource, amendments: [CalendarSource] = [],
        holidays: [Holiday], workdays: [Day]
    ) {
        self.year = year
        self.source = source
        self.amendments = amendments
        self.holidays = holidays
        self.workdays = workdays
    }
}

/// The document that fixed a year's holidays and swapped working days.
public struct CalendarSource: Hashable, Sendable {
    /// The document's number, such as `国办发明电〔2012〕33号`, where it is known.
    public let number: String?

    /// The document's title, or the name of the collection from which the days were taken.
    public let title: String

    /// The day on which the document was issued, where it is known.
    public let issued: Day?

    /// Returns a source with the given parts.
    public init(number: String? = nil, title: String, issued: Day? = nil) {
        self.number = number
        self.title = title
        self.issued = issued
    }
}

/// One holiday of a year: its names, the days off, and which of them the law itself names.
public struct Holiday: Hashable, Sendable {
    /// What the holiday is called.
    public let name: Name

    /// The days off, among them rest days that were moved or joined to the holiday.
    public let days: [DayRange]

    /// Those of the days that 《全国年节及纪念日放假办法》 names as holidays of all citizens; the
    /// others are weekly rest days, moved or not.
    public let statutory: [Day]

    /// Returns a holiday with the given days; `statutory` days outside `days` count as days off.
    public init(name: Name, days: [DayRange], statutory: [Day]) {
        self.name = name
        self.days = days
        self.statutory = statutory
    }

    /// A holiday's name in the two languages of a report.
    public struct Name: Hashable, Sendable {
        /// The Chinese name: `春节`.
        public let zh: String

        /// The English name: `Spring Festival`.
        public let en: String

        /// Returns the pair of names.
        public init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }
    }
}

/// What a day is to people who work from Monday to Friday.
public enum DayKind: Hashable, Sendable {
    /// A Monday to Friday without a holiday.
    case workday

    /// A Saturday or Sunday that no holiday takes in and that is not worked.
    case restDay

    /// A day off of a holiday; `isStatutory` where the law itself names the day.
    case holiday(Holiday.Name, isStatutory: Bool)

    /// A Saturday or Sunday that is worked in exchange for a day off.
    case swappedWorkday

    /// Whether people work on the day.
    public var isWorkday: Bool { self == .workday || self == .swappedWorkday }

    /// Whether the law itself names the day as a holiday of all citizens.
    public var isStatutoryHoliday: Bool {
        if case .holiday(_, isStatutory: true) = self { return true }
        return false
    }
}
