import HeguiDiagnostics
import HeguiPack

/// Writes Markdown piece by piece.
struct PageWriter {
    let language: Language
    private(set) var text = ""

    init(_ language: Language) {
        self.language = language
    }

    func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }

    func text(_ localized: LocalizedText) -> String {
        localized.text(in: language)
    }

    mutating func heading(_ title: String, level: Int = 2) {
        text += String(repeating: "#", count: level) + " " + Self.escaped(title) + "\n\n"
    }

    mutating func paragraph(_ words: String) {
        text += words + "\n\n"
    }

    mutating func quote(_ words: String) {
        text += "> " + words.oneLine + "\n\n"
    }

    mutating func code(_ code: String, _ kind: String = "yaml") {
        // A fence inside would end the block.
        let fence = code.contains("```") ? "~~~~" : "```"
        let end = code.hasSuffix("\n") ? "" : "\n"
        text += fence + kind + "\n" + code + end + fence + "\n\n"
    }

    mutating func item(_ words: String) {
        text += "- " + words + "\n"
    }

    mutating func endList() {
        text += "\n"
    }

    mutating func table(_ titles: [String], _ rows: [[String]]) {
        text += "| " + titles.joined(separator: " | ") + " |\n"
        text += "|" + titles.map { _ in "---" }.joined(separator: "|") + "|\n"
        for row in rows {
            text += "| " + row.map(Self.escaped).joined(separator: " | ") + " |\n"
        }
        text += "\n"
    }

    /// Returns the page, which ends in a single line break.
    consuming func finish() -> String {
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }

    static func escaped(_ text: String) -> String {
        text.oneLine.replacing("|", with: "\\|")
    }
}
