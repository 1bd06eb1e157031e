internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → the items of the list in it: `1.公益宣传 2.水电维修`, `医疗保健、助老等3项`.
package struct ListReader: Hashable, Sendable {
    /// Whether blanks separate items; blanks that only pad a word (`理　发`) never do.
    package var splitsAtBlanks: Bool

    package init(splitsAtBlanks: Bool = true) {
        self.splitsAtBlanks = splitsAtBlanks
    }

    /// Reads a cell; nil is an empty one.
    package func read(_ cell: RawCell?) -> ParsedValue<[ListItem]> {
        CellWriting(cell).read { read(written: $0) }
    }

    /// Reads a text.
    package func read(text: String) -> ParsedValue<[ListItem]> {
        CellWriting(text: text).read { read(written: $0) }
    }

    /// `医疗保健、助老`: plain words and the signs between them.
    private static func plain(_ text: String) -> ParsedValue<[ListItem]>? {
        let scalars = text.unicodeScalars
        guard scalars.allSatisfy({ PlainWords.isPlain($0) || "、,;\n".unicodeScalars.contains($0) })
        else { return nil }
        var items: [ListItem] = []
        for word in scalars.split(whereSeparator: { !PlainWords.isPlain($0) }) {
            let word = String(word)
            guard case .written = CellWriting(text: word) else { continue }
            items.append(ListItem(position: items.count + 1, text: word))
        }
        return items.isEmpty ? .absent : .value(items)
    }

    /// Reads a text in half-width forms; `quickly` takes lists as nearly all are written for what they
    /// are, which gives the same.
    func read(written text: String, quickly: Bool = true) -> ParsedValue<[ListItem]> {
        if quickly, let plain = ListReader.plain(text) { return plain }
        if let ticked = readTicked(text) { return ticked }
        var notes: [ParsingNote] = []
        var words: [String] = []
        for piece in QuotedItems(text)?.items ?? pieces(of: Array(text.unicodeScalars)) {
            for word in self.words(of: piece) {
                let rest = words.isEmpty ? nil : JoiningWords.rest(of: word)
                let own = rest.flatMap { $0.count > 1 ? $0 : nil } ?? word
                let item = takeCount(own, after: words, &notes)
                if case .written = CellWriting(text: item) { words.append(item) }
            }
        }
        guard !words.isEmpty else { return .absent }
        let items = words.enumerated().map { ListItem(position: $0.offset + 1, text: $0.element) }
        return .value(items, notes: notes)
    }

    /// `□理发 ☑水电维修`: of options with and without ticks, those that are ticked.
    private func readTicked(_ text: String) -> ParsedValue<[ListItem]>? {
        let kinds = Set(text.unicodeScalars.compactMap(TickSigns.kind))
        guard kinds.contains(.box), kinds.contains(.tick) || kinds.contains(.cross) else {
            return nil
        }
        let choices = TickReader.choices(in: text)
        let items = choices.filter(\.isTicked).enumerated().map {
            ListItem(position: $0.offset + 1, text: $0.element.label)
        }
        let doubts = choices.count(where: \.isDoubtful)
        return .value(items, notes: doubts > 0 ? [.mayBeMore(doubts)] : [])
    }

    /// Cuts at separators and numbering, but not inside brackets.
    private func pieces(of text: [Unicode.Scalar]) -> [String] {
        let isBracketed = ListMarks.isBracketed(text)
        let keepsBrackets = ListReader.areBracketsBalanced(text)
        var pieces: [String] = []
        var current = String.UnicodeScalarView()
        var depth = 0
        var index = 0
        var isBoundary = true
        var numbered: (number: Int, sign: Unicode.Scalar)?
        while index < text.count {
            let mayBeMark =
                isBoundary || ListMarks.isCircled(text[index])
                || (isBracketed && text[index] == "(")
            if depth == 0, let mark = ListMarks.mark(in: text, at: index),
                mayBeMark || ListReader.follows(mark, numbered, in: text, at: index)
            {
                numbered = (mark.number, text[index + mark.length - 1])
                pieces.append(String(current))
                current = String.UnicodeScalarView()
                index += mark.length
                continue
            }
            let scalar = text[index]
            index += 1
            if keepsBrackets {
                if ListReader.opening.contains(scalar) { depth += 1 }
                if ListReader.closing.contains(scalar) { depth -= 1 }
            }
            let separates = depth == 0 && ListReader.separators.contains(scalar)
            isBoundary = separates || scalar == " "
            if separates {
                pieces.append(String(current))
                current = String.UnicodeScalarView()
            } else {
                current.append(scalar)
            }
        }
        return pieces + [String(current)]
    }

    /// `1.理发2.水电维修`: the next number in the style of the one before is numbering anywhere.
    private static func follows(
        _ mark: (length: Int, number: Int), _ last: (number: Int, sign: Unicode.Scalar)?,
        in text: [Unicode.Scalar], at index: Int
    ) -> Bool {
        guard let last, index > 0, text[index - 1].digit == nil else { return false }
        return mark.number == last.number + 1 && text[index + mark.length - 1] == last.sign
    }

    private static let separators: Set<Unicode.Scalar> = [
        "、", ",", ";", "/", "\n", "|", "。", "\t", "+", "&", "→", "•", "●", "◆", "■", "▪", "➢", "★",
        "※",
        "‖", "\\", "√", "☑", "✓", "✔", "☒", "✅",
    ]
    private static let opening: Set<Unicode.Scalar> = ["(", "[", "【", "《", "“", "〔"]
    private static let closing: Set<Unicode.Scalar> = [")", "]", "】", "》", "”", "〕"]

    private static func areBracketsBalanced(_ text: [Unicode.Scalar]) -> Bool {
        var depth = 0
        for scalar in text {
            if opening.contains(scalar) { depth += 1 }
            if closing.contains(scalar) { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// Cuts a piece at blanks, where they separate words rather than pad one.
    private func words(of piece: String) -> [String] {
        let tokens = ListReader.joined(
            piece.drop { "-*·—~○".contains($0) || $0.isWhitespace }
                .split(whereSeparator: \.isWhitespace).map(String.init))
        guard tokens.count > 1 else { return tokens }
        if tokens.allSatisfy({ $0.count == 1 }) { return [tokens.joined()] }
        let isChinese = tokens.allSatisfy { $0.unicodeScalars.contains(where: \.isIdeograph) }
        guard splitsAtBlanks, isChinese, !piece.contains("("), !piece.contains("“") else {
            return [tokens.joined(separator: isChinese ? "" : " ")]
        }
        var words: [String] = []
        var padded = ""
        for token in tokens + [""] {
            if token.count == 1 {
                padded += token
            } else {
                if !padded.isEmpty { words.append(padded) }
                padded = ""
                if !token.isEmpty { words.append(token) }
            }
        }
        return words
    }

    /// Puts words together that a word for "and" joins: `理发 和 水电维修`.
    private static func joined(_ tokens: [String]) -> [String] {
        var joined: [String] = []
        var isOpen = false
        for token in tokens {
            let isLink = ["和", "及", "兼", "与", "以及", "暨", "-", "--", "—", "——"].contains(token)
            if isLink || isOpen, let last = joined.popLast() {
                joined.append(last + token)
            } else {
                joined.append(token)
            }
            isOpen = isLink
        }
        return joined
    }

    /// A cell says that it lists more only by a slip.
    private static let mostItems: Int64 = 9_999

    /// Takes `等3项`, `等`, `共3项` or `(3项)` off the end of an item.
    private func takeCount(
        _ word: String, after earlier: [String], _ notes: inout [ParsingNote]
    ) -> String {
        if word.hasSuffix("项)"), let start = word.lastIndex(of: "("), start > word.startIndex {
            let inside = word[word.index(after: start)...].dropLast(2).drop { "共计合".contains($0) }
            if let count = IntegerReader.read(text: String(inside)).value {
                notes.append(.declaredItems(Int(count)))
                return String(word[..<start])
            }
        }
        for opener in ["等", "共"] {
            guard let start = word.lastIndex(of: Character(opener)) else { continue }
            var tail = String(word[word.index(after: start)...])
            if tail.hasPrefix("共") { tail.removeFirst() }
            if opener == "等", tail.isEmpty, word.count > 2 || !earlier.isEmpty {
                notes.append(.andOthers)
                return String(word[..<start])
            }
            let measures = ["个项目", "项服务", "个岗位", "项", "个", "类", "种", "次"]
            guard let measure = measures.first(where: tail.hasSuffix) else { continue }
            tail.removeLast(measure.count)
            if let count = IntegerReader.read(text: tail).value {
                // Nobody lists as many; what is meant, nobody can tell.
                let isCount = (0...Self.mostItems).contains(count)
                notes.append(isCount ? .declaredItems(Int(count)) : .andOthers)
                return String(word[..<start])
            }
        }
        return word
    }
}

/// One of several values in a cell.
package struct ListItem: Hashable, Sendable {
    /// 1-based, for pointing into the cell.
    package var position: Int
    package var text: String

    package init(position: Int, text: String) {
        self.position = position
        self.text = text
    }
}
