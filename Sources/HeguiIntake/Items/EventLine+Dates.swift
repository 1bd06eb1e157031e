internal import HeguiCalendar
internal import HeguiDiagnostics

// The dates themselves.
extension EventLine {
    func date(at index: Int, place: Place) -> Date? {
        guard index < text.count,
            text[index].digit != nil || ChineseNumeral.isPart(text[index]) || text[index] == "元"
        else { return nil }
        var scanner = DayScanner(
            text, defaultYear: days.defaultYear, latestYear: days.latestYear, yearMark: yearMark)
        switch scanner.scanRange(at: index) {
        case .found(let found):
            guard isDate(found, from: index) else { return nil }
            return Date(
                start: index, end: found.end, range: found.range, notes: found.notes,
                isStrong: isStrong(found, from: index), isBarePair: found.isBarePair)
        case .impossible(let reason, let end):
            guard isPlausible(index, end) else { return nil }
            let isStrong = text[index..<end].contains("月") || text[index..<end].contains("年")
            return Date(
                start: index, end: end, range: nil, notes: [.dateRejected(reason)],
                isStrong: isStrong)
        case .ambiguous(_, let end):
            let reason = Message(zh: "日和月的先后不明", en: "day and month may be swapped")
            return Date(
                start: index, end: end, range: nil, notes: [.dateRejected(reason)],
                isStrong: true)
        case .none: return dayOnly(at: index, place: place) ?? monthDayDigits(at: index)
        }
    }

    /// `3月5日、12日 义诊`: a day in the month of the date before.
    private func dayOnly(at index: Int, place: Place) -> Date? {
        guard let month = lastDay, place == .open else { return nil }
        var scanner = DayScanner(text, defaultYear: nil, latestYear: days.latestYear)
        scanner.index = index
        guard let number = scanner.number(), scanner.take("日") || scanner.take("号"),
            let day = Day(year: month.year, month: month.month, day: number.value)
        else { return nil }
        return Date(start: index, end: scanner.index, range: DayRange(day), notes: [])
    }

    /// `0411`: month and day in four digits.
    private func monthDayDigits(at index: Int) -> Date? {
        let run = text[index...].prefix { $0.digit != nil }
        guard run.count == 4, let year = days.defaultYear,
            !MeasureWords.isUnit(at: index + 4, of: text), !followsDigit(index + 4)
        else { return nil }
        let value = run.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
        guard let day = Day(year: year, month: value / 100, day: value % 100) else { return nil }
        return Date(
            start: index, end: index + 4, range: DayRange(day), notes: [.yearAssumed(year)])
    }

    private func isStrong(_ found: ScannedDay, from index: Int) -> Bool {
        guard !found.isBarePair, !found.notes.contains(.wholeMonth) else { return false }
        if found.notes.contains(.wholePeriod) || found.notes.contains(.vagueDay) { return false }
        let written = text[index..<found.end]
        return written.contains("月") || !found.notes.contains(.twoDigitYear)
    }

    /// Bare numbers may be a quantity: `植树 3.5亩`.
    private func isDate(_ found: ScannedDay, from index: Int) -> Bool {
        guard found.isBarePair else {
            let last = text[found.end - 1]
            return last == "日" || last == "号" || !followsDigit(found.end)
        }
        let isDays = found.range.isOneDay || found.notes.contains(.severalDays)
        return isDays && isPlausible(index, found.end)
            && !MeasureWords.isUnit(at: found.end, of: text)
    }

    /// A date that cannot be is reported only where it looks like one: with 年, 月 or two points.
    private func isPlausible(_ index: Int, _ end: Int) -> Bool {
        guard !followsDigit(end) else { return false }
        let written = text[index..<end]
        if written.contains("月") || written.contains("年") { return true }
        let isPair = written.count { ".-/".unicodeScalars.contains($0) } == 1
        return !isPair || !MeasureWords.isUnit(at: end, of: text)
    }

    private func followsDigit(_ end: Int) -> Bool {
        guard end < text.count else { return false }
        if text[end].digit != nil || text[end] == "月" { return true }
        return text[end] == "." && end + 1 < text.count && text[end + 1].digit != nil
    }
}
