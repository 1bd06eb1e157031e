internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiSheets

// Dates that a spreadsheet program took for numbers.
extension DayReader {
    /// A number cell: a serial number, `20130104`, `201301`, `2013`, or a decimal that was meant
    /// as year and month or as month and day, whose last zero is lost.
    func readNumber(_ text: String) -> ParsedValue<DayRange> {
        guard let number = ExactDecimal(text)?.shown, !number.isNegative else {
            return .unreadable(Message(zh: "不是日期", en: "not a date"))
        }
        if number.scale == 0 { return readDigits(number.text) ?? notADate }
        let parts = number.text.split(separator: ".")
        guard parts.count == 2, let whole = Int(parts[0]) else { return notADate }
        if (1900...2100).contains(whole), parts[1].utf8.count <= 2 {
            return readMonth(year: whole, behind: parts[1])
        }
        if (1...12).contains(whole), parts[1].utf8.count <= 2 {
            return readDay(month: whole, behind: parts[1])
        }
        return readSerial(whole) ?? notADate
    }

    /// Digits only, in a number or a text: nil where they are to be read as something else.
    func readDigits(_ text: String) -> ParsedValue<DayRange>? {
        guard let value = Int(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        switch text.utf8.count {
        case 4:
            guard (1900...2100).contains(value), let range = DayRange.year(value) else {
                return notADate
            }
            return .value(range, notes: [.wholePeriod])
        case 5: return readSerial(value) ?? notADate
        case 6, 8:
            var scanner = DayScanner(
                Array(text.unicodeScalars), defaultYear: nil, latestYear: latestYear
            )
            switch scanner.scan(at: 0) {
            case .found(let found): return .value(found.range, notes: found.notes)
            case .impossible(let reason, _): return .unreadable(reason)
            default: return notADate
            }
        default: return notADate
        }
    }

    private var notADate: ParsedValue<DayRange> {
        .unreadable(Message(zh: "不是日期", en: "not a date"))
    }

    /// Serial numbers of the years 1927 to 2064; smaller ones are hardly meant as dates.
    private func readSerial(_ value: Int) -> ParsedValue<DayRange>? {
        guard (10_000...60_000).contains(value) else { return nil }
        let system = countsFrom1904 ? DateSystem.from1904 : .from1900
        return system.day(serial: value).map { .value(DayRange($0), notes: [.serialNumber]) }
    }

    private func readMonth(year: Int, behind: Substring) -> ParsedValue<DayRange> {
        guard let value = Int(behind) else { return notADate }
        guard let month = Month(year: year, month: value) else {
            let reason = Message(zh: "没有 \(value) 月", en: "there is no month \(value)")
            return .unreadable(reason)
        }
        if behind == "1", let october = Month(year: year, month: 10) {
            let message = Message(
                zh: "数字 \(year).1 可能是\(year)年1月，也可能是\(year)年10月",
                en: "the number \(year).1 may be \(year)-01 or \(year)-10"
            )
            return .ambiguous([month.days, october.days], message)
        }
        return .value(month.days, notes: [.wholeMonth])
    }

    private func readDay(month: Int, behind: Substring) -> ParsedValue<DayRange> {
        guard let year = defaultYear else {
            return .unreadable(Message(zh: "没有写年份", en: "the year is not written"))
        }
        guard let value = Int(behind), let day = Day(year: year, month: month, day: value) else {
            return .unreadable(DayReader.noSuchDay(year: year, month: month, day: Int(behind) ?? 0))
        }
        if behind.utf8.count == 1, let other = Day(year: year, month: month, day: value * 10) {
            let message = Message(
                zh: "数字 \(month).\(value) 可能是\(value)日，也可能是\(value * 10)日",
                en: "the number \(month).\(value) may be day \(value) or day \(value * 10)"
            )
            return .ambiguous([DayRange(day), DayRange(other)], message)
        }
        return .value(DayRange(day), notes: [.yearAssumed(year)])
    }
}
