package import HeguiCalendar
internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → the dated events in it.
package struct EventReader: Hashable, Sendable {
    /// How dates are read; its default year is that of the form.
    package var days: DayReader

    package init(days: DayReader) {
        self.days = days
    }

    /// Reads a cell; nil is an empty one. An event without a date is an item too.
    package func read(_ cell: RawCell?) -> ParsedValue<[DatedItem]> {
        if let cell, cell.kind == .date, let date = cell.date {
            return .value([DatedItem(position: 1, date: date, text: "")])
        }
        return CellWriting(cell).read { read(written: $0) }
    }

    /// Reads a text.
    package func read(text: String) -> ParsedValue<[DatedItem]> {
        CellWriting(text: text).read { read(written: $0) }
    }

    /// Reads a text in half-width forms; `quickly` takes lines as nearly all are written for what they
    /// are, which gives the same.
    func read(written text: String, quickly: Bool = true) -> ParsedValue<[DatedItem]> {
        var lines: [[DatedItem]] = []
        var numbered = 0
        var doubts = 0
        for segment in EventReader.segments(of: text, quickly: quickly) {
            if quickly, let plain = PlainEvent(segment, days: days, numbered: numbered) {
                lines.append([plain.item])
                continue
            }
            let trimmed = EventReader.withoutBullet(
                String(String.UnicodeScalarView(segment)))
            guard case .written(let line) = CellWriting(text: trimmed) else { continue }
            var cutter = EventCutter(Array(line.unicodeScalars), days: days, numbered: numbered)
            lines.append(cutter.items())
            numbered = cutter.numbered
            doubts += cutter.doubts
        }
        var items = EventReader.joined(lines)
        guard !items.isEmpty else { return .absent }
        for index in items.indices { items[index].position = index + 1 }
        let more = EventReader.more(than: items, doubts: doubts, quickly: quickly)
        return .value(items, notes: more.map { [.mayBeMore($0)] } ?? [])
    }

    /// The parts of a text between signs that separate items.
    private static func segments(
        of text: String, quickly: Bool
    ) -> [ArraySlice<Unicode.Scalar>] {
        let scalars = Array(text.unicodeScalars)
        // Of what joins with nothing each scalar is a character.
        let isSimple =
            quickly
            && scalars.allSatisfy { scalar in
                switch scalar.value {
                case 0x0A, 0x20...0x7E, 0x3001...0x3011, 0x4E00...0x9FFF: true
                default: false
                }
            }
        if isSimple { return scalars.split { $0 == ";" || $0 == "\n" } }
        return text.split(whereSeparator: separates).map { Array($0.unicodeScalars)[...] }
    }

    private static func separates(_ character: Character) -> Bool {
        character.isNewline || separators.contains(character)
    }

    /// Signs that stand before an item wherever they are, and those that end one.
    private static let separators: Set<Character> = [
        ";", "•", "●", "◆", "■", "▪", "◦", "‣", "➢", "➤", "►", "▶", "✦", "✓", "√", "☆", "★", "◇",
        "※", "▲",
        "△", "◎", "⊙", "◼", "⬛", "▷", "☞", "✔", "‖", "¶",
    ]

    /// The text without a bullet at its beginning that elsewhere is no bullet.
    private static func withoutBullet(_ text: String) -> String {
        var rest = text.trimmed[...]
        while let first = rest.unicodeScalars.first,
            "·*-—–○□>#~+=_.,、。".unicodeScalars.contains(first)
        {
            rest.unicodeScalars.removeFirst()
        }
        return rest.isEmpty ? text : String(rest)
    }

    /// Puts dates and texts that stand on lines of their own together.
    private static func joined(_ lines: [[DatedItem]]) -> [DatedItem] {
        func isDate(_ line: [DatedItem]) -> Bool {
            line.count == 1 && line[0].date != nil && line[0].text.isEmpty
        }
        func isText(_ line: [DatedItem]) -> Bool {
            line.count == 1 && line[0].notes == [.undated]
        }
        var items: [DatedItem] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let next = index + 1 < lines.count ? lines[index + 1] : []
            let isPair = isDate(line) && isText(next) || isText(line) && isDate(next)
            guard isPair else {
                items += line
                index += 1
                continue
            }
            var item = isDate(line) ? line[0] : next[0]
            item.text = isDate(line) ? next[0].text : line[0].text
            items.append(item)
            index += 2
        }
        return items
    }

    /// How many events there may be besides the items: nil where there are none, a nil inside where
    /// nobody can tell.
    private static func more(
        than items: [DatedItem], doubts: Int, quickly: Bool
    ) -> Int?? {
        var loose = 0
        var shown = 0
        for item in items {
            if item.notes.contains(.mayBeMore(nil)) { return .some(nil) }
            if quickly, PlainWords.isWord(item.text.unicodeScalars) { continue }
            guard item.date != nil else { continue }
            if EventWords.isFrequency(item.text) { return .some(nil) }
            loose += EventWords.looseDates(in: item.text)
            let times = max(
                EventWords.times(in: item.text) ?? 1, EventWords.activities(in: item.text))
            if times > 1 { shown = max(shown, times - items.count { $0.text == item.text }) }
        }
        let more = doubts + loose + shown
        return more > 0 ? .some(more) : nil
    }
}

/// One event of a cell that lists several: `3月5日 清洁家园；5.12 文明劝导`.
package struct DatedItem: Hashable, Sendable {
    /// 1-based, for pointing into the cell.
    package var position: Int
    /// nil where no date is written, or none that can be.
    package var date: DayRange?
    /// What happened, without the date.
    package var text: String
    package var notes: [ParsingNote]

    package init(position: Int, date: DayRange?, text: String, notes: [ParsingNote] = []) {
        self.position = position
        self.date = date
        self.text = text
        self.notes = notes
    }
}
