internal import HeguiCalendar

/// The event of a line as nearly all are written: a day, and a plain word behind it.
struct PlainEvent {
    let day: Day
    let notes: [ParsingNote]
    /// What happened.
    let text: ArraySlice<Unicode.Scalar>

    /// Reads `2013-03-28 清洁家园`, `2013年3月5日义诊`, `3月5日 义诊` or, where nothing is `numbered`
    /// so far, `3.5 义诊`; nil for any other line.
    init?(_ line: ArraySlice<Unicode.Scalar>, days: DayReader, numbered: Int) {
        var rest = line.drop { $0 == " " }
        guard let first = Self.number(&rest), let sign = rest.popFirst() else { return nil }
        var parts = [first]
        var isPair = false
        switch (sign, first.digits) {
        case ("-", 4), (".", 4), ("/", 4):
            guard let month = Self.number(&rest), rest.popFirst() == sign,
                let day = Self.number(&rest)
            else { return nil }
            parts += [month, day]
        case ("年", 4):
            guard let month = Self.number(&rest), rest.popFirst() == "月" else { return nil }
            parts.append(month)
            fallthrough
        case ("月", 1...2):
            guard let day = Self.number(&rest), rest.popFirst() == "日" else { return nil }
            parts.append(day)
        case (".", 1...2) where numbered == 0:
            guard let day = Self.number(&rest), rest.first == " " else { return nil }
            parts.append(day)
            isPair = true
        default: return nil
        }
        guard parts.dropFirst(first.digits == 4 ? 1 : 0).allSatisfy({ $0.digits < 3 }),
            let year = first.digits == 4 ? first.value : days.defaultYear,
            (1900...2100).contains(year) || first.digits != 4,
            !isPair || first.value <= 12,
            let day = Day(
                year: year, month: parts[parts.count - 2].value, day: parts[parts.count - 1].value)
        else { return nil }
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        guard PlainWords.isWord(rest) else { return nil }
        self.day = day
        notes = first.digits == 4 ? [] : [.yearAssumed(year)]
        text = rest
    }

    var item: DatedItem {
        DatedItem(
            position: 0, date: DayRange(day), text: String(String.UnicodeScalarView(text)),
            notes: notes)
    }

    /// Takes a number of up to four digits off the front.
    private static func number(
        _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> (value: Int, digits: Int)? {
        var (value, digits) = (0, 0)
        while let digit = rest.first?.digit {
            guard digits < 4 else { return nil }
            value = value * 10 + digit
            digits += 1
            rest.removeFirst()
        }
        return digits == 0 ? nil : (value, digits)
    }
}
