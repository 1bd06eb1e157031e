internal import HeguiCalendar

/// Finds the dates and the numbering in one line of events.
struct EventLine {
    /// A date at some place of the line; without a range it is one that cannot be.
    struct Date {
        /// With the bracket or quotes around the date.
        var start: Int
        var end: Int
        let range: DayRange?
        var notes: [ParsingNote]
        /// Whether it stands in brackets or quotes of its own.
        var isBracketed = false
        /// Whether it is beyond doubt in the middle of a text: with a day and its month or year.
        var isStrong = false
        var isBarePair = false
    }

    enum Element {
        /// Numbering, which begins another item.
        case mark(start: Int, end: Int)
        case date(Date)
    }

    let text: [Unicode.Scalar]
    let days: DayReader
    let yearMark: Int?
    /// How many numbered items came before, in this line and those above it.
    private(set) var numbered: Int
    private(set) var elements: [Element] = []
    /// How many places look like dates and may be those of further events.
    private(set) var doubts = 0
    /// Dates in the middle of a text that count only where another closes the text.
    private var candidates: [Date] = []
    private(set) var lastDay: Day?
    private var markSign: Unicode.Scalar?
    /// Whether a date was found since the last separator.
    private var clauseHasDate = false
    private var clauseStart = 0
    /// Whether the dates of the clause stand behind their texts: `便民理发4.11 义诊7.11`.
    private var closesTexts = false

    init(_ text: [Unicode.Scalar], days: DayReader, numbered: Int) {
        self.text = text
        self.days = days
        yearMark = DayScanner.firstYear(in: text)
        self.numbered = numbered
        scan()
    }

    // MARK: - Scanning

    private mutating func scan() {
        var index = 0
        while index < text.count {
            if Self.separators.contains(text[index]), !isInNumber(index) {
                index += 1
                closeClause(index)
            } else {
                index = element(at: index) ?? index + 1
            }
        }
        closeClause(text.count)
    }

    private mutating func closeClause(_ next: Int) {
        doubts += candidates.count
        candidates = []
        clauseHasDate = false
        closesTexts = false
        clauseStart = next
    }

    private static let separators: Set<Unicode.Scalar> = [
        ",", "、", "。", ";", "|", "+", "&", "→", ">", "!", "…", "\t",
    ]

    private func isInNumber(_ index: Int) -> Bool {
        index > 0 && index + 1 < text.count && text[index - 1].digit != nil
            && text[index + 1].digit != nil && text[index] == "。"
    }

    /// Notes what begins at `index` and returns where it ends; nil for nothing.
    private mutating func element(at index: Int) -> Int? {
        let place = place(before: index)
        guard text[index] != " ", place != .inside else { return nil }
        let mark = ListMarks.mark(in: text, at: index, allowsDigitAfter: true)
        // In a list that is numbered so far, the next number is numbering: `2.5.12` is 5.12.
        if let mark, mark.number == numbered + 1, numbered > 0,
            let date = date(at: skipBlanks(index + mark.length), place: .open)
        {
            note(mark, at: index)
            return add(date)
        }
        if let date = date(at: index, place: place) {
            return accept(date, place: place)
        }
        guard let mark else { return nil }
        if place == .open || ListMarks.isCircled(text[index]),
            let date = date(at: skipBlanks(index + mark.length), place: .open),
            // `4.11.5.12` is no item 4 of the year 2011.
            mark.number == 1 || !date.notes.contains(.twoDigitYear)
        {
            // `3、4月` is hardly item 3.
            let isNext = mark.number == 1 || mark.number == numbered + 1
            if !isNext, date.notes.contains(.wholeMonth) { doubts += 1 }
            note(mark, at: index)
            return add(date)
        }
        return loneMark(mark, at: index, place: place)
    }

    /// Numbering that no date follows: the first of a list, or the next in the same style.
    private mutating func loneMark(
        _ mark: (length: Int, number: Int), at index: Int, place: Place
    ) -> Int? {
        let end = index + mark.length
        guard ListMarks.mark(in: text, at: index) != nil else { return nil }
        let isCircled = ListMarks.isCircled(text[index])
        let isNext = numbered > 0 && mark.number == numbered + 1
        guard
            isCircled || isNext && (place == .open || text[end - 1] == markSign)
                || mark.number == 1 && index == skipBlanks(0)
        else { return nil }
        note(mark, at: index)
        return end
    }

    private mutating func note(_ mark: (length: Int, number: Int), at index: Int) {
        elements.append(.mark(start: index, end: index + mark.length))
        numbered = mark.number
        markSign = text[index + mark.length - 1]
        closeClause(index + mark.length)
    }

    private func skipBlanks(_ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] == " " { index += 1 }
        return index
    }

    // MARK: - Places

    enum Place {
        /// At the beginning, or behind a sign: anything may begin here.
        case open
        /// Behind a word that a date follows.
        case leadIn
        /// In the middle of a text.
        case text
        /// Within a number or a word of letters.
        case inside
    }

    private func place(before index: Int) -> Place {
        guard index > 0 else { return .open }
        let previous = text[index - 1]
        if previous.isBlank { return .open }
        if previous.digit != nil { return text[index].digit == nil ? .text : .inside }
        if ".-/。·".unicodeScalars.contains(previous), index > 1, text[index - 2].digit != nil,
            text[index].digit != nil
        {
            return .inside
        }
        if previous == ":", isTimeOfDay(index) { return .inside }
        if "¥$￥€£×≥≤约".unicodeScalars.contains(previous) { return .inside }
        if ChineseNumeral.isPart(previous), ChineseNumeral.isPart(text[index]) { return .inside }
        guard previous.properties.isAlphabetic || previous.isIdeograph else { return .open }
        if !previous.isIdeograph { return text[index].digit == nil ? .text : .inside }
        let before = text[clauseStart..<index]
        if EventWords.isLink(previous) || !EventWords.link(endOf: before).isEmpty { return .open }
        return EventWords.endsWithLeadIn(before) ? .leadIn : .text
    }

    /// `09:00`: two digits behind a colon that are no month.
    private func isTimeOfDay(_ index: Int) -> Bool {
        let digits = text[index...].prefix { $0.digit != nil }
        let next = index + digits.count
        return digits.count == 2 && index > 1 && text[index - 2].digit != nil
            && !(next < text.count && (text[next] == "." || text[next] == "月"))
    }

    // MARK: - Accepting

    /// Decides what a date means where it stands and returns where it ends.
    private mutating func accept(_ date: Date, place: Place) -> Int {
        let isOwn = clauseHasDate && date.range != nil && date.range == lastRange
        switch place {
        case .inside: return date.end
        case .open:
            guard isTime(date) else { return add(date) }
            doubts += 1
            return date.end
        case .leadIn where !clauseHasDate: return add(date)
        case .leadIn:
            if !isOwn { doubts += 1 }
            return date.end
        case .text: break
        }
        if isPeriod(date) || isOwn { return date.end }
        if EventWords.endsWithOccasion(text[clauseStart..<date.start]) {
            doubts += 1
            return date.end
        }
        if date.isStrong { return add(date) }
        if isClosing(date.end), !clauseHasDate || closesTexts {
            for candidate in candidates { _ = add(candidate) }
            defer { closesTexts = true }
            return add(date)
        } else if clauseHasDate {
            doubts += 1
        } else {
            candidates.append(date)
        }
        return date.end
    }

    private var lastRange: DayRange? {
        for case .date(let date) in elements.reversed() { return date.range }
        return nil
    }

    /// `2013年` alone in the middle of a text is no day of an event.
    private func isPeriod(_ date: Date) -> Bool { date.notes.contains(.wholePeriod) }

    /// `4月11日 8.30-10.30`: two bare numbers right behind a day of another form are a time.
    private func isTime(_ date: Date) -> Bool {
        guard date.isBarePair, case .date(let last)? = elements.last, !last.isBarePair,
            last.range?.isOneDay == true, last.end <= date.start
        else { return false }
        return text[last.end..<date.start].allSatisfy {
            $0.isBlank || "上下午早晚".unicodeScalars.contains($0)
        }
    }

    /// Whether nothing but brackets stands between `index` and the next separator.
    private func isClosing(_ index: Int) -> Bool {
        var index = index
        while index < text.count {
            let scalar = text[index]
            if Self.separators.contains(scalar) || scalar.isBlank || ListMarks.isCircled(scalar) {
                return true
            }
            guard DatedText.closers.contains(scalar) || scalar == "." else { return false }
            index += 1
        }
        return true
    }

    private mutating func add(_ date: Date) -> Int {
        var date = date
        if date.start > 0, date.end < text.count,
            DatedText.encloses(text[date.start - 1], text[date.end])
        {
            date.start -= 1
            date.end += 1
            date.isBracketed = true
        } else if date.start > 0, DatedText.openers.contains(text[date.start - 1]) {
            date.isBracketed = true
        }
        elements.append(.date(date))
        candidates = []
        clauseHasDate = true
        lastDay = date.range?.last ?? lastDay
        if isLong(date) { doubts += 1 }
        return date.end
    }

    /// From one month to another, or more than a month of days: hardly a single event.
    private func isLong(_ date: Date) -> Bool {
        guard let range = date.range, date.end + 1 < text.count else { return false }
        if date.notes.contains(.severalDays) { return range.last.number - range.first.number > 31 }
        return date.notes.contains(.wholeMonth)
            && "-—–~～至到".unicodeScalars.contains(text[date.end])
            && text[date.end + 1].digit != nil
    }
}
