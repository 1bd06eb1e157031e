internal import HeguiDiagnostics
package import HeguiSheets

/// Ticks, boxes and words for yes and no.
package enum TickReader {
    /// One of several words with a box before it: `☑是 □否`.
    package struct Choice: Hashable, Sendable {
        package var label: String
        package var isTicked: Bool
        /// Whether it has no box, or a sign that nobody knows.
        package var isDoubtful = false
    }

    /// Reads a cell; nil is an empty one.
    package static func read(_ cell: RawCell?) -> ParsedValue<Bool> {
        guard let cell else { return .absent }
        if cell.kind == .error || cell.kind == .uncomputed {
            return CellWriting(cell).read { _ in .absent }
        }
        return read(text: cell.text)
    }

    /// Reads a text: yes, no, absent, or unreadable where both boxes are ticked.
    package static func read(text: String) -> ParsedValue<Bool> {
        let plain = text.compact.lowercased()
        if plain == "○" || plain == "o" { return .value(true, notes: [.circleAsTick]) }
        if yes.contains(plain) { return .value(true) }
        if no.contains(plain) { return .value(false) }
        let choices = choices(in: text)
        guard !choices.isEmpty else {
            return CellWriting(text: text).read { _ in
                .unreadable(Message(zh: "不是“是”或“否”", en: "neither yes nor no"))
            }
        }
        if choices.contains(where: \.isDoubtful) { return .unreadable(unknownSign) }
        let ticked = choices.filter(\.isTicked)
        guard ticked.count < 2 else {
            return .unreadable(Message(zh: "同时勾选了多项", en: "more than one box is ticked"))
        }
        guard let answer = ticked.first else { return .absent }
        let label = answer.label.lowercased()
        if yes.contains(label) { return .value(true) }
        if no.contains(label) { return .value(false) }
        return .unreadable(Message(zh: "不是“是”或“否”", en: "neither yes nor no"))
    }

    /// Returns the words that have a box before or after them, in order; empty where there is no
    /// box at all. Boxes come after the words where the text ends with one.
    package static func choices(in text: String) -> [Choice] {
        TickLine(text.replacing("\n", with: "  ")).choices
    }

    static let unknownSign = Message(
        zh: "选项前的标记没有看懂，或者没有方框",
        en: "an option has no box or a sign that is not understood")

    private static let yes: Set<String> = [
        "√", "✓", "✔", "☑", "■", "●", "☒", "◉", "v", "是", "有", "对", "愿意", "已", "y", "yes",
        "true", "t", "1", "1.0", "是√", "√是",
    ]

    private static let no: Set<String> = [
        "□", "☐", "×", "✗", "✘", "x", "否", "无", "没有", "不", "不是", "不愿意", "未", "n", "no",
        "false", "f", "0", "0.0", "错", "否√", "√否",
    ]
}
