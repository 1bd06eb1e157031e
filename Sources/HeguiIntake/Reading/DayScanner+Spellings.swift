internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiSheets

// The ways in which dates are written.
extension DayScanner {
    /// `2013年…`: the year alone, a half-year, a quarter, a month or a day.
    mutating func afterYear(_ number: Number) -> DayScan {
        guard let (year, notes) = year(number) else {
            return impossible("年份 \(number.value) 不合理", "the year \(number.value) cannot be")
        }
        if let scan = partOfYear(year, notes) { return scan }
        let start = index
        _ = take("度")
        skipBlanks()
        if let month = self.number(), take("月") {
            _ = take("份")
            return monthAndDay(year: year, month: month, notes: notes)
        }
        index = start
        guard let range = DayRange.year(year) else { return .none }
        return .found(ScannedDay(range: range, notes: notes + [.wholePeriod], end: index))
    }

    /// `上半年`, `第一季度`.
    private mutating func partOfYear(_ year: Int, _ notes: [ParsingNote]) -> DayScan? {
        let start = index
        skipBlanks()
        var months: (Int, Int)?
        if take(text: "上半年") {
            months = (1, 6)
        } else if take(text: "下半年") {
            months = (7, 12)
        } else {
            _ = take("第")
            if let quarter = number(), (1...4).contains(quarter.value), take(text: "季度") {
                months = (quarter.value * 3 - 2, quarter.value * 3)
            }
        }
        guard let months, let first = Month(year: year, month: months.0),
            let last = Month(year: year, month: months.1),
            let range = DayRange(first: first.days.first, last: last.days.last)
        else {
            index = start
            return nil
        }
        return .found(ScannedDay(range: range, notes: notes + [.wholePeriod], end: index))
    }

    /// After `1月`: a day, a third of the month, or nothing more.
    mutating func monthAndDay(year: Int?, month: Number, notes: [ParsingNote]) -> DayScan {
        var notes = notes
        guard let year = year ?? defaultYear else { return yearMissing() }
        if firstYear.map({ $0 >= index }) ?? true, !notes.contains(.twoDigitYear) {
            notes.append(.yearAssumed(year))
        }
        guard let whole = Month(year: year, month: month.value) else {
            return impossible("没有 \(month.value) 月", "there is no month \(month.value)")
        }
        let start = index
        if let day = number() {
            let isMarked = take("日") || take("号")
            // A number that no 日 follows is the day only where nothing else follows it.
            if isMarked || scalar() == nil || scalar() == " " || listsMoreDays() {
                return makeDay(year: year, month: month.value, day: day.value, notes: notes)
            }
            index = start
        }
        if let range = vagueDays(of: whole) {
            return .found(ScannedDay(range: range, notes: notes + [.vagueDay], end: index))
        }
        return .found(ScannedDay(range: whole.days, notes: notes + [.wholeMonth], end: index))
    }

    /// Whether a day of the same month follows: `11、12日`, `11至12日`.
    private func listsMoreDays() -> Bool {
        guard let next = scalar(), "、,~～至到和及-—–".unicodeScalars.contains(next) else {
            return false
        }
        let rest = text[(index + 1)...].drop { $0 == next || $0 == " " }
        let digits = rest.prefix { $0.digit != nil }
        guard (1...2).contains(digits.count) else { return false }
        let mark = rest.dropFirst(digits.count).first
        return mark == "日" || mark == "号"
    }

    /// `上旬`, `中旬`, `下旬`, `初`, `底`, `末`.
    private mutating func vagueDays(of month: Month) -> DayRange? {
        let first = month.days.first
        if take(text: "上旬") { return DayRange(first: first, last: first.adding(days: 9)) }
        if take(text: "中旬") {
            return DayRange(first: first.adding(days: 10), last: first.adding(days: 19))
        }
        if take(text: "下旬") {
            return DayRange(first: first.adding(days: 20), last: month.days.last)
        }
        return take("初") || take("底") || take("末") ? month.days : nil
    }

    /// `20130104`.
    mutating func compactDay(_ value: Int) -> DayScan {
        let year = value / 10_000
        guard (1900...2100).contains(year) else { return .none }
        return makeDay(year: year, month: value / 100 % 100, day: value % 100, notes: [])
    }

    /// `201301`, else `130104`.
    mutating func compactMonth(_ value: Int) -> DayScan {
        let year = value / 100
        if (1900...latestYear).contains(year), let month = Month(year: year, month: value % 100) {
            return .found(ScannedDay(range: month.days, notes: [.wholeMonth], end: index))
        }
        guard let (short, notes) = self.year(Number(value: value / 10_000, digits: 2)) else {
            return .none
        }
        guard Day(year: short, month: value / 100 % 100, day: value % 100) != nil else {
            return .none
        }
        return makeDay(year: short, month: value / 100 % 100, day: value % 100, notes: notes)
    }

    /// `2013.1.4`, `13-01-04`, `2013/1`, `4/1/2013`, `5.12`.
    mutating func separated(_ first: Number) -> DayScan {
        guard let sign = separator(), let second = number(),
            second.digits == 1 || second.digits == 2
        else { return .none }
        let afterSecond = index
        let hyphen = sign == "-"
        if separator() == sign, let third = number(), third.digits > 0 {
            return threeParts(first, second, last: third, usesHyphen: hyphen)
        }
        index = afterSecond
        if first.digits == 4 {
            guard let (year, notes) = year(first) else {
                return impossible("年份 \(first.value) 不合理", "the year \(first.value) cannot be")
            }
            guard let month = Month(year: year, month: second.value) else {
                return impossible("没有 \(second.value) 月", "there is no month \(second.value)")
            }
            let lost: [ParsingNote] =
                sign == "." && second == Number(value: 1, digits: 1) ? [.zeroMayBeLost] : []
            return .found(
                ScannedDay(
                    range: month.days, notes: notes + [.wholeMonth] + lost, end: index,
                    usesHyphen: hyphen
                )
            )
        }
        return barePair(first, second, usesHyphen: hyphen)
    }

    private mutating func threeParts(
        _ first: Number, _ second: Number, last third: Number, usesHyphen: Bool
    ) -> DayScan {
        if third.digits == 4, first.digits <= 2 { return yearLast(first, second, year: third) }
        guard first.digits != 1, third.digits <= 2 else { return .none }
        guard let (year, notes) = year(first) else {
            return impossible("年份 \(first.value) 不合理", "the year \(first.value) cannot be")
        }
        _ = take("日")
        var scan = makeDay(year: year, month: second.value, day: third.value, notes: notes)
        if case .found(var day) = scan {
            day.usesHyphen = usesHyphen
            scan = .found(day)
        }
        return scan
    }

    /// `4/1/2013` is 4 January to some and 1 April to others.
    private func yearLast(_ first: Number, _ second: Number, year third: Number) -> DayScan {
        guard let (year, _) = year(third) else { return .none }
        let dayFirst = Day(year: year, month: second.value, day: first.value)
        let monthFirst = Day(year: year, month: first.value, day: second.value)
        let days = Set([dayFirst, monthFirst].compactMap { $0 }).sorted()
        guard let only = days.first else {
            return impossible("没有这一天", "there is no such day")
        }
        if days.count == 1 { return .found(ScannedDay(range: DayRange(only), end: index)) }
        return .ambiguous(days.map { DayRange($0) }, end: index)
    }

    /// `5.12`: month and day where a year is known from elsewhere.
    private func barePair(_ first: Number, _ second: Number, usesHyphen: Bool) -> DayScan {
        if first.value > 12, let (year, notes) = year(first),
            let month = Month(year: year, month: second.value)
        {
            return .found(
                ScannedDay(
                    range: month.days, notes: notes + [.wholeMonth], end: index, isBarePair: true,
                    usesHyphen: usesHyphen
                )
            )
        }
        guard let year = defaultYear else { return yearMissing() }
        guard
            case .found(var day) = makeDay(
                year: year, month: first.value, day: second.value, notes: [.yearAssumed(year)])
        else { return makeDay(year: year, month: first.value, day: second.value, notes: []) }
        day.isBarePair = true
        day.usesHyphen = usesHyphen
        return .found(day)
    }

    func makeDay(
        year: Int, month: Int, day: Int, notes: [ParsingNote]
    ) -> DayScan {
        guard let whole = Month(year: year, month: month) else {
            return impossible("没有 \(month) 月", "there is no month \(month)")
        }
        guard let made = Day(year: year, month: month, day: day) else {
            return impossible(
                "\(year)年\(month)月没有\(day)日", "\(whole) has no day \(day)"
            )
        }
        return .found(ScannedDay(range: DayRange(made), notes: notes, end: index))
    }

    private func yearMissing() -> DayScan {
        impossible("没有写年份", "the year is not written")
    }

    private func impossible(_ zh: String, _ en: String) -> DayScan {
        .impossible(Message(zh: zh, en: en), end: index)
    }
}
