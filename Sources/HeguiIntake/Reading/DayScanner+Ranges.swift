internal import HeguiCalendar

// Dates that go from one day to another.
extension DayScanner {
    /// Looks for a date at `start` and, where `至6日`, `-3.7` or the like follows, for its end.
    mutating func scanRange(at start: Int) -> DayScan {
        let scan = scan(at: start)
        guard case .found(let first) = scan, let day = first.range.day else { return scan }
        index = first.end
        guard joinsRange(usesHyphen: first.usesHyphen) else { return scan }
        guard let last = rangeEnd(after: day), let range = DayRange(first: day, last: last.day),
            last.day > day
        else { return scan }
        var whole = first
        whole.range = range
        whole.end = last.end
        whole.notes.append(.severalDays)
        return .found(whole)
    }

    private mutating func joinsRange(usesHyphen: Bool) -> Bool {
        skipBlanks()
        guard let next = scalar() else { return false }
        switch next {
        case "至", "到", "~", "～", "〜": break
        case "-", "—", "–", "−": if usesHyphen { return false }
        default: return false
        }
        index += 1
        if scalar() == next { index += 1 }
        return true
    }

    /// The day where the range ends: `6日`, `1月6日`, `1.6`, or a bare `6` that ends the text.
    private mutating func rangeEnd(after first: Day) -> (day: Day, end: Int)? {
        let start = index
        var nested = DayScanner(
            text, defaultYear: first.year, latestYear: latestYear, yearMark: firstYear)
        if case .found(let last) = nested.scan(at: start), let day = last.range.day {
            return (day, last.end)
        }
        guard let number = number(), number.digits < 3 else { return nil }
        let isMarked = take("日") || take("号")
        let isText = scalar()?.isIdeograph == true && !MeasureWords.isUnit(at: index, of: text)
        guard isMarked || isText || scalar() == nil || scalar() == " ",
            let day = Day(year: first.year, month: first.month, day: number.value)
        else { return nil }
        return (day, index)
    }
}
