internal import HeguiCalendar
internal import HeguiDiagnostics

/// Cuts one line of events: a date goes with the text after it or, where the texts come first, with
/// the text before it.
struct EventCutter {
    private typealias Date = EventLine.Date

    private let text: [Unicode.Scalar]
    private let elements: [EventLine.Element]
    /// How many numbered items came before, in this line and those above it.
    let numbered: Int
    /// Where dates begin.
    private let dateStarts: Set<Int>
    /// How many further events the line may hold.
    private(set) var doubts: Int

    init(_ text: [Unicode.Scalar], days: DayReader, numbered: Int) {
        let line = EventLine(text, days: days, numbered: numbered)
        self.text = text
        elements = line.elements
        self.numbered = line.numbered
        doubts = line.doubts
        dateStarts = Set(
            elements.compactMap { element in
                if case .date(let date) = element { date.start } else { nil }
            })
    }

    /// Returns the line's events; their positions are not set.
    mutating func items() -> [DatedItem] {
        var items: [DatedItem] = []
        var dates: [Date] = []
        var start = 0
        for element in elements {
            switch element {
            case .date(let date): dates.append(date)
            case .mark(let markStart, let markEnd):
                items += self.items(dates, start..<markStart)
                dates = []
                start = markEnd
            }
        }
        items += self.items(dates, start..<text.count)
        return items
    }

    /// The events of a part of the line in which these dates stand.
    private mutating func items(_ found: [Date], _ part: Range<Int>) -> [DatedItem] {
        let dates = withoutHeadings(found)
        guard let first = dates.first, let last = dates.last else { return undated(part) }
        let before = content(part.lowerBound, first.start)
        let after = content(last.end, part.upperBound)
        let isHeading = before.hasSuffix(":")
        if before.isEmpty || isHeading {
            return textsAfter(dates, part, heading: isHeading ? String(before.dropLast()) : "")
        }
        // `参加义诊（3月5日）、植树（5月2日）`
        if after.isEmpty || first.isBracketed && isAttached(first) {
            return textsBefore(dates, part)
        }
        if isAttached(first) {
            var items = textsAfter(dates, part, heading: "")
            items[0].text = before + items[0].text
            return items
        }
        return undated(part.lowerBound..<first.start) + textsAfter(dates, part, heading: "")
    }

    /// Whether the date stands right behind a text, with no separator between them.
    private func isAttached(_ date: Date) -> Bool {
        guard date.start > 0 else { return false }
        let previous = text[date.start - 1]
        return previous.isIdeograph || previous.properties.isAlphabetic
            || DatedText.closers.contains(previous)
    }

    /// Leaves out a year or month that only heads the days behind it: `4月：11日义诊，15日植树`.
    private func withoutHeadings(_ dates: [Date]) -> [Date] {
        dates.enumerated().filter { index, date in
            guard index + 1 < dates.count, let range = date.range, !range.isOneDay,
                let next = dates[index + 1].range, next != range,
                range.first <= next.first, next.last <= range.last
            else { return true }
            let between = text[date.end..<dates[index + 1].start]
            return between.contains { $0.isIdeograph && !"度份我参加活动情况".unicodeScalars.contains($0) }
        }.map(\.element)
    }

    // MARK: - Which text goes with which date

    private func textsAfter(_ dates: [Date], _ part: Range<Int>, heading: String) -> [DatedItem] {
        var items = dates.enumerated().map { index, date in
            let end = index + 1 < dates.count ? dates[index + 1].start : part.upperBound
            return DatedItem(
                position: 0, date: date.range, text: content(date.end, end), notes: date.notes)
        }
        for index in items.indices.dropLast().reversed()
        where items[index].text.isEmpty && items[index].date != nil {
            items[index].text = items[index + 1].text
            if !items[index].text.isEmpty { items[index].notes.append(.sharedText) }
        }
        if items.allSatisfy(\.text.isEmpty) {
            for index in items.indices { items[index].text = heading }
        }
        return items
    }

    private mutating func textsBefore(_ dates: [Date], _ part: Range<Int>) -> [DatedItem] {
        var items: [DatedItem] = []
        var start = part.lowerBound
        for date in dates {
            var item = DatedItem(
                position: 0, date: date.range, text: content(start, date.start), notes: date.notes)
            if item.text.isEmpty, let last = items.last {
                item.text = last.text
                item.notes.append(.sharedText)
            }
            items.append(item)
            start = date.end
        }
        return items + undated(start..<part.upperBound)
    }

    /// A text without a date that is understood; there may be one in it.
    private mutating func undated(_ part: Range<Int>) -> [DatedItem] {
        let text = content(part.lowerBound, part.upperBound)
        guard !text.isEmpty, case .written = CellWriting(text: text),
            text.utf8.count > 2 || text.unicodeScalars.contains(where: { $0.digit == nil })
        else { return [] }
        var item = DatedItem(position: 0, date: nil, text: text, notes: [.undated])
        if EventWords.isFrequency(text) {
            let reason = Message(zh: "写的是频次，没有日期", en: "it says how often, not when")
            item.notes = [.dateRejected(reason), .mayBeMore(nil)]
        } else if doubts > 0 || EventWords.hasTrace(text) || EventWords.periods(in: text) > 0 {
            let reason = Message(
                zh: "里面可能有日期，没有看懂", en: "it may hold a date that was not understood")
            item.notes = [.dateRejected(reason)]
            if EventWords.spansMonths(text) { item.notes.append(.mayBeMore(nil)) }
            // What stands here is an event whose date is not known; only others are further ones.
            let dates = max(doubts, EventWords.periods(in: text), EventWords.numbers(in: text) / 2)
            doubts = max(0, dates - 1)
        }
        return [item]
    }

    private func content(_ start: Int, _ end: Int) -> String {
        DatedText.content(
            of: text, from: start, to: end, isFollowed: dateStarts.contains(end))
    }
}
