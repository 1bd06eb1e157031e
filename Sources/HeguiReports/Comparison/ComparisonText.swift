package import HeguiDiagnostics
import HeguiPack

/// Writes a comparison for people to read in a terminal.
package struct ComparisonText: Sendable {
    /// A saved review is masked already, but for what it reveals.
    private static let ink = Ink(isColoured: false, redaction: .full)

    private let comparison: Comparison
    private let language: Language

    package init(_ comparison: Comparison, language: Language) {
        self.comparison = comparison
        self.language = language
    }

    package func write(to stream: inout ReportStream) {
        let content = ComparisonTable(comparison: comparison, language: language)
        var header = TextTable([.left, .left])
        for line in content.header { header.add([line.title, line.text]) }
        stream.write(content.say("两次审查对比", "Two reviews compared") + "\n")
        header.write(to: &stream, indent: "", ink: Self.ink)
        for section in content.sections {
            stream.write(
                "\n■ \(section.title)  " + content.say("\(section.count) 项", "\(section.count)"))
            stream.write("\n")
            write(section, content, to: &stream)
        }
        stream.write("\n■ " + content.say("小结", "Summary") + "  " + content.summary + "\n")
    }

    private func write(
        _ section: ComparisonTable.Section, _ content: ComparisonTable,
        to stream: inout ReportStream
    ) {
        var table = TextTable([.left, .left, .left, .left, .left])
        for entry in section.entries {
            let mark = entry.level.map { level in
                content.say(
                    "【\(level.word(in: .chinese))】", "[\(level.word(in: .english))]")
            }
            table.add(
                [mark ?? "", entry.clause, entry.subject, entry.change, entry.causes].map {
                    TextTable.Cell(text: $0)
                }, notes: entry.notes.map { "      " + Self.ink.clean($0) })
        }
        table.write(to: &stream, indent: "  ", ink: Self.ink)
        if section.leftOut > 0 {
            stream.write(
                "  "
                    + content.say(
                        "另有 \(section.leftOut) 项未列，全部见 --format json",
                        "\(section.leftOut) more are left out; --format json has all") + "\n")
        }
    }
}
