import HeguiDiagnostics
import HeguiPack

/// Writes a page of Markdown piece by piece, in the words of a pack, which are markup as they stand.
struct PageWriter {
    let say: Speaker
    private let redaction: Redaction
    private var text: MaskedText = ""

    init(_ say: Speaker, _ redaction: Redaction) {
        self.say = say
        self.redaction = redaction
    }

    mutating func heading(_ title: DataText, level: Int = 2) {
        text += ("#" as MaskedText).repeated(level) + " \(escaped(title))\n\n"
    }

    mutating func paragraph(_ words: DataText) {
        text += "\(redaction.masked(words))\n\n"
    }

    mutating func quote(_ words: String) {
        text += "> \(redaction.masked(DataText(words).oneLine))\n\n"
    }

    mutating func code(_ code: String, _ kind: MaskedText = "yaml") {
        // A fence inside would end the block.
        let fence: MaskedText = code.contains("```") ? "~~~~" : "```"
        let end: MaskedText = code.hasSuffix("\n") ? "" : "\n"
        text += "\(fence)\(kind)\n\(redaction.masked(DataText(code)))\(end)\(fence)\n\n"
    }

    mutating func item(_ words: DataText) {
        text += "- \(redaction.masked(words))\n"
    }

    mutating func endList() {
        text += "\n"
    }

    mutating func table(_ titles: [DataText], _ rows: [[DataText]]) {
        let headings = titles.map { redaction.masked($0) }
        let rules = titles.map { _ in "---" as MaskedText }
        text += "| \(headings.joined(separator: " | ")) |\n|\(rules.joined(separator: "|"))|\n"
        for row in rows {
            text += "| \(row.map { escaped($0) }.joined(separator: " | ")) |\n"
        }
        text += "\n"
    }

    /// Writes the page, which ends in a single line break.
    consuming func finish(to stream: inout ReportStream) {
        stream.write(
            text.changed { text in
                var text = text
                while text.hasSuffix("\n\n") { text.removeLast() }
                return text
            })
    }

    private func escaped(_ text: DataText) -> MaskedText {
        redaction.masked(text.oneLine).escaped { $0 == "|" ? "\\|" : nil }
    }
}
