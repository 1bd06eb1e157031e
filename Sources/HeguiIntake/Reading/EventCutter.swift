internal import HeguiCalendar
internal import HeguiDiagnostics

/// Cuts one line of events where a new date begins.
struct EventCutter {
    /// A date at some place of the line; without a range it is one that cannot be.
    private struct Cut {
        let start: Int
        let end: Int
        let date: DayRange?
        let notes: [ParsingNote]
    }

    private let line: [Unicode.Scalar]
    private let days: DayReader
    /// How many numbered items came before, in this line and those above it.
    private(set) var numbered: Int
    private var lastDay: Day?

    init(_ line: [Unicode.Scalar], days: DayReader, numbered: Int) {
        self.line = line
        self.days = days
        self.numbered = numbered
    }

    /// Returns the line's events; their positions are not set.
    mutating func items() -> [DatedItem] {
        let cuts = findCuts()
        guard let first = cuts.first else { return [undatedOrLater()] }
        var items: [DatedItem] = []
        let before = content(0, first.start)
        // A heading such as `参加活动：` belongs to what follows; other text is an item.
        let isHeading = before.hasSuffix(":")
        if !before.isEmpty && !isHeading {
            items.append(DatedItem(position: 0, date: nil, text: before, notes: [.undated]))
        }
        for (index, cut) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].start : line.count
            items.append(
                DatedItem(
                    position: 0, date: cut.date, text: content(cut.end, end), notes: cut.notes
                )
            )
        }
        for index in items.indices.dropLast().reversed()
        where items[index].text.isEmpty && items[index].date != nil {
            items[index].text = items[index + 1].text
            if !items[index].text.isEmpty { items[index].notes.append(.sharedText) }
        }
        return items
    }

    private mutating func findCuts() -> [Cut] {
        var cuts: [Cut] = []
        var index = 0
        while index < line.count {
            if isBoundary(index), let cut = cut(at: index) {
                cuts.append(cut)
                index = max(cut.end, index + 1)
            } else {
                index += 1
            }
        }
        return cuts
    }

    /// Whether something new may begin here: at the start or after a separator.
    private func isBoundary(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        return EventCutter.separators.contains(line[index - 1])
            || EventCutter.isCircled(line[index])
            || (line[index] == "(" && ListMarks.isBracketed(line))
    }

    private static let separators: Set<Unicode.Scalar> = [
        " ", "\t", ",", "、", "/", "。", ":", "|", "及", "和",
    ]

    private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
        (0x2460...0x249B).contains(scalar.value)
    }

    private mutating func cut(at index: Int) -> Cut? {
        guard line[index] != " " else { return nil }
        let mark = ListMarks.mark(in: line, at: index, allowsDigitAfter: true)
        // In a list that is numbered so far, the next number is numbering: `2.5.12` is 5.12.
        if let mark, mark.number == numbered + 1, numbered > 0,
            let cut = date(from: index, at: skipBlanks(index + mark.length))
        {
            numbered += 1
            return cut
        }
        if let cut = date(from: index, at: index) { return cut }
        if let mark, let cut = date(from: index, at: skipBlanks(index + mark.length)) {
            numbered = mark.number
            return cut
        }
        return nil
    }

    private func skipBlanks(_ index: Int) -> Int {
        var index = index
        while index < line.count, line[index] == " " { index += 1 }
        return index
    }

    private mutating func date(from start: Int, at index: Int) -> Cut? {
        guard index < line.count else { return nil }
        var scanner = DayScanner(
            line, defaultYear: days.defaultYear, latestYear: days.latestYear
        )
        switch scanner.scanRange(at: index) {
        case .found(let found):
            guard isDate(found, from: index) else { return nil }
            lastDay = found.range.last
            return Cut(start: start, end: found.end, date: found.range, notes: found.notes)
        case .impossible(let reason, let end):
            guard isPlausible(index, end) else { return nil }
            return Cut(start: start, end: end, date: nil, notes: [.dateRejected(reason)])
        case .ambiguous(_, let end):
            let reason = Message(zh: "日和月的先后不明", en: "day and month may be swapped")
            return Cut(start: start, end: end, date: nil, notes: [.dateRejected(reason)])
        case .none:
            return dayOnly(from: start, at: index)
        }
    }

    /// `3月5日、12日 义诊`: a day in the month of the date before.
    private mutating func dayOnly(from start: Int, at index: Int) -> Cut? {
        guard let month = lastDay else { return nil }
        var scanner = DayScanner(line, defaultYear: nil, latestYear: days.latestYear)
        scanner.index = index
        guard let number = scanner.number(), scanner.take("日") || scanner.take("号"),
            let day = Day(year: month.year, month: month.month, day: number.value)
        else { return nil }
        return Cut(start: start, end: scanner.index, date: DayRange(day), notes: [])
    }

    /// Bare numbers may be a quantity: `植树 3.5亩`.
    private func isDate(_ found: ScannedDay, from index: Int) -> Bool {
        guard found.isBarePair else { return !followsDigit(found.end) }
        return found.range.isOneDay && isPlausible(index, found.end)
            && !EventCutter.units.contains { line[found.end...].starts(with: $0.unicodeScalars) }
    }

    /// A date that cannot be is reported only where it looks like one: with 年, 月 or two points.
    private func isPlausible(_ index: Int, _ end: Int) -> Bool {
        guard !followsDigit(end) else { return false }
        let text = line[index..<end]
        if text.contains("月") || text.contains("年") { return true }
        let isPair = text.count { ".-/".unicodeScalars.contains($0) } == 1
        return !isPair
            || !EventCutter.units.contains { line[end...].starts(with: $0.unicodeScalars) }
    }

    private func followsDigit(_ end: Int) -> Bool {
        guard end < line.count else { return false }
        if line[end].digit != nil || line[end] == "月" { return true }
        return line[end] == "." && end + 1 < line.count && line[end + 1].digit != nil
    }

    private static let units = [
        "小时", "公里", "公斤", "千克", "万元", "元/", "亩", "米", "吨", "%", "度", "万人", "人", "名", "户",
        "次", "岁", "年", "折", "里", "斤", "平方",
    ]

    /// The text between two places, without what separates it from a date.
    private func content(_ start: Int, _ end: Int) -> String {
        var text = String(String.UnicodeScalarView(line[start..<end])).trimmed
        while let first = text.first, ":,、.。-—)|".contains(first) || first == " " {
            text.removeFirst()
        }
        while let last = text.last, ",、|。".contains(last) || last == " " { text.removeLast() }
        return text
    }

    /// A line that begins with no date: one may stand inside it (`义诊（3月5日）`), else it is undated.
    private mutating func undatedOrLater() -> DatedItem {
        var found: [Cut] = []
        var index = 1
        while index < line.count {
            let isStart = line[index].digit != nil && line[index - 1].digit == nil
            if isStart, let cut = date(from: index, at: index), isExplicit(cut) {
                found.append(cut)
                index = cut.end
            } else {
                index += 1
            }
        }
        guard found.count == 1, let cut = found.first else {
            let mark = ListMarks.mark(in: line, at: 0)?.length ?? 0
            return DatedItem(
                position: 0, date: nil, text: content(mark, line.count), notes: [.undated]
            )
        }
        var rest = Array(line[..<cut.start])
        var tail = Array(line[cut.end...])
        if rest.last == "(" && tail.first == ")" {
            rest.removeLast()
            tail.removeFirst()
        }
        let text = String(String.UnicodeScalarView(rest + tail)).trimmed
        return DatedItem(position: 0, date: cut.date, text: text, notes: cut.notes)
    }

    /// Whether the date is beyond doubt in the middle of a text: with 月, or at the end.
    private func isExplicit(_ cut: Cut) -> Bool {
        let text = line[cut.start..<cut.end]
        let closes = line[cut.end...].allSatisfy { ") 。".unicodeScalars.contains($0) }
        return text.contains("月") && text.contains(where: { $0 == "日" || $0 == "号" }) || closes
    }
}
