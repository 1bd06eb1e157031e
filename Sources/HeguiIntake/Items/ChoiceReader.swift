internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → one of the words that a column allows, with other ways to write each of them.
package struct ChoiceReader: Sendable {
    /// Compared form → the word.
    private let words: [String: String]

    /// - Parameter options: the allowed words in order, each with its aliases.
    package init(_ options: [(word: String, aliases: [String])]) {
        var words: [String: String] = [:]
        for option in options {
            for form in [option.word] + option.aliases where words[ChoiceReader.key(form)] == nil {
                words[ChoiceReader.key(form)] = option.word
            }
        }
        self.words = words
    }

    /// Reads a cell; nil is an empty one. A word that is allowed is never taken for "nothing".
    package func read(_ cell: RawCell?) -> ParsedValue<String> {
        guard let cell, cell.kind != .error, cell.kind != .uncomputed else {
            return CellWriting(cell).read { _ in .absent }
        }
        return read(text: cell.text)
    }

    /// Reads a text.
    package func read(text: String) -> ParsedValue<String> {
        if let word = words[ChoiceReader.key(text)] { return .value(word) }
        let ticked = TickReader.choices(in: text)
        guard !ticked.isEmpty else {
            return CellWriting(text: text).read { _ in
                .unreadable(Message(zh: "不在可选范围内", en: "not one of the allowed words"))
            }
        }
        if ticked.contains(where: \.isDoubtful) { return .unreadable(TickReader.unknownSign) }
        let chosen = ticked.filter(\.isTicked)
        guard chosen.count < 2 else {
            return .unreadable(Message(zh: "同时勾选了多项", en: "more than one box is ticked"))
        }
        guard let choice = chosen.first else { return .absent }
        guard let word = words[ChoiceReader.key(choice.label)] else {
            return .unreadable(Message(zh: "不在可选范围内", en: "not one of the allowed words"))
        }
        return .value(word)
    }

    /// Without blanks, in lower case, without a full stop at the end.
    private static func key(_ text: String) -> String {
        var key = text.compact.lowercased()
        while let last = key.last, ".。;,，；、".contains(last) { key.removeLast() }
        return key
    }
}
