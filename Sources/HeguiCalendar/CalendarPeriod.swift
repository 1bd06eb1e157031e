/// A whole calendar year, half-year, quarter or month.
public struct CalendarPeriod: Hashable, Sendable {
    /// What the period is.
    public let unit: CalendarUnit

    /// The month in which the period begins.
    let firstMonth: Month

    /// Returns the `unit` in which `day` lies.
    public init(containing day: Day, unit: CalendarUnit) {
        let month = Month(containing: day)
        let index = (month.month - 1) / unit.months
        self.unit = unit
        firstMonth = month.adding(months: index * unit.months + 1 - month.month) ?? month
    }

    /// Returns the `unit` that lies `offset` units after the one of `day`, before it where negative.
    ///
    /// It is the first or last one there is where the calendar does not reach as far.
    public init(containing day: Day, unit: CalendarUnit, offset: Int) {
        var period = CalendarPeriod(containing: day, unit: unit)
        for _ in 0..<offset.magnitude {
            guard let next = offset < 0 ? period.previous : period.next else { break }
            period = next
        }
        self = period
    }

    /// Returns the year, the first half-year and so on, or nil where there is none: a year
    /// outside 1 to 9999, a third half-year. `ordinal` counts from 1 within the year.
    public init?(year: Int, unit: CalendarUnit, ordinal: Int = 1) {
        guard (1...(12 / unit.months)).contains(ordinal),
            let month = Month(year: year, month: (ordinal - 1) * unit.months + 1)
        else { return nil }
        self.unit = unit
        firstMonth = month
    }

    /// The first day.
    public var start: Day { firstMonth.days.first }

    /// The last day, which belongs to the period.
    public var end: Day {
        (firstMonth.adding(months: unit.months - 1) ?? firstMonth).days.last
    }

    /// All days of the period.
    public var days: DayRange { DayRange(first: start, count: start.days(until: end) + 1) }

    /// The calendar year in which the period lies.
    public var year: Int { firstMonth.year }

    /// Which of the year's units it is, counted from 1.
    public var ordinal: Int { (firstMonth.month - 1) / unit.months + 1 }

    /// Returns whether `day` lies in the period.
    public func contains(_ day: Day) -> Bool {
        days.contains(day)
    }

    /// The period of the same unit that follows, or nil after year 9999.
    public var next: CalendarPeriod? {
        firstMonth.adding(months: unit.months).map {
            CalendarPeriod(containing: $0.days.first, unit: unit)
        }
    }

    /// The period of the same unit that comes before, or nil before year 1.
    public var previous: CalendarPeriod? {
        firstMonth.adding(months: -unit.months).map {
            CalendarPeriod(containing: $0.days.first, unit: unit)
        }
    }

    /// Returns the units of the given kind that make up the period, in order: a year's four
    /// quarters; the period itself for its own unit; none for a longer unit.
    public func subperiods(of part: CalendarUnit) -> [CalendarPeriod] {
        stride(from: 0, to: unit.months / part.months * part.months, by: part.months).compactMap {
            firstMonth.adding(months: $0).map {
                CalendarPeriod(containing: $0.days.first, unit: part)
            }
        }
    }
}

extension CalendarPeriod: Comparable {
    /// Returns whether `left` begins earlier than `right`, or begins with it and is shorter.
    public static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
        (left.firstMonth, left.unit.months) < (right.firstMonth, right.unit.months)
    }
}

/// A part into which calendar years are divided; the raw value is its name in rules.
public enum CalendarUnit: String, Hashable, Sendable, CaseIterable {
    case year
    case half = "half-year"
    case quarter
    case month

    /// How many months the unit has: 12, 6, 3 or 1.
    public var months: Int {
        switch self {
        case .year: 12
        case .half: 6
        case .quarter: 3
        case .month: 1
        }
    }
}

extension CalendarPeriod: CustomStringConvertible {
    /// The period in short form: `2013`, `2013H1`, `2013Q1`, `2013-03`.
    public var description: String {
        switch unit {
        case .year: year.padded(to: 4)
        case .half: year.padded(to: 4) + "H\(ordinal)"
        case .quarter: year.padded(to: 4) + "Q\(ordinal)"
        case .month: firstMonth.description
        }
    }

    /// The period in Chinese: `2013年`, `2013年上半年`, `2013年第1季度`, `2013年3月`.
    public var chineseDescription: String {
        switch unit {
        case .year: "\(year)年"
        case .half: "\(year)年\(ordinal == 1 ? "上" : "下")半年"
        case .quarter: "\(year)年第\(ordinal)季度"
        case .month: "\(year)年\(ordinal)月"
        }
    }

    /// Returns the period that `text` names, or nil.
    ///
    /// Reads what ``description`` and ``chineseDescription`` write, and also `2013年度`,
    /// `2013上半年`, `2013年度下半年`, `2013年一季度`, `2013年03月份`. Spaces do not matter. A text
    /// without a year (`上半年`, `第3季度`, `Q3`) needs `year`, which is used for nothing else.
    public init?(_ text: String, year: Int? = nil) {
        let packed = text.filter { !$0.isWhitespace }
        let digits = packed.prefix { ("0"..."9").contains($0) }
        if digits.count == 4, let written = Int(decimal: digits) {
            var rest = packed.dropFirst(4)
            for ending in ["年度", "年"] where rest.hasPrefix(ending) {
                rest = rest.dropFirst(ending.count)
                break
            }
            if rest.isEmpty {
                self.init(year: written, unit: .year)
            } else {
                self.init(part: rest, of: written)
            }
        } else if let year {
            self.init(part: packed[...], of: year)
        } else {
            return nil
        }
    }

    private init?(part text: Substring, of year: Int) {
        switch text {
        case "上半年": self.init(year: year, unit: .half, ordinal: 1)
        case "下半年": self.init(year: year, unit: .half, ordinal: 2)
        default:
            guard let (unit, ordinal) = CalendarPeriod.numberedPart(text) else { return nil }
            self.init(year: year, unit: unit, ordinal: ordinal)
        }
    }

    /// Which unit and which ordinal `H1`, `Q1`, `-03`, `第1季度`, `一季度`, `3月` write.
    private static func numberedPart(_ text: Substring) -> (CalendarUnit, Int)? {
        let shapes: [(unit: CalendarUnit, before: String, after: String)] = [
            (.half, "H", ""), (.quarter, "Q", ""), (.month, "-", ""), (.quarter, "第", "季度"),
            (.quarter, "", "季度"), (.month, "", "月份"), (.month, "", "月"),
        ]
        for shape in shapes where text.hasPrefix(shape.before) && text.hasSuffix(shape.after) {
            let number = text.dropFirst(shape.before.count).dropLast(shape.after.count)
            if shape.before == "-", number.count != 2 { continue }
            if let ordinal = numerals[number] ?? Int(decimal: number) {
                return (shape.unit, ordinal)
            }
        }
        return nil
    }

    private static let numerals: [Substring: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        "十一": 11, "十二": 12,
    ]
}
