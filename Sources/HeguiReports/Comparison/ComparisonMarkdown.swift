package import HeguiDiagnostics
import HeguiPack

/// Writes a comparison as Markdown, for a pull request or a note.
package struct ComparisonMarkdown: Sendable {
    private let comparison: Comparison
    private let language: Language

    package init(_ comparison: Comparison, language: Language) {
        self.comparison = comparison
        self.language = language
    }

    package func write(to stream: inout ReportStream) {
        let content = ComparisonTable(comparison: comparison, language: language)
        stream.write("# " + content.say("两次审查对比", "Two reviews compared") + "\n\n")
        for line in content.header {
            stream.write("- **\(Markdown.escaped(line.title))** \(Markdown.escaped(line.text))\n")
        }
        stream.write("\n\(Markdown.escaped(content.summary))\n")
        for section in content.sections {
            stream.write("\n## \(Markdown.escaped(section.title)) (\(section.count))\n\n")
            write(section, content, to: &stream)
        }
    }

    private func write(
        _ section: ComparisonTable.Section, _ content: ComparisonTable,
        to stream: inout ReportStream
    ) {
        let titles = [
            content.say("级别", "level"), content.say("条款", "clause"), content.say("对象", "subject"),
            content.say("变化", "change"), content.say("原因", "cause"), content.say("内容", "message"),
        ]
        stream.write("| " + titles.joined(separator: " | ") + " |\n")
        stream.write("|" + titles.map { _ in " --- |" }.joined() + "\n")
        for entry in section.entries {
            let cells = [
                entry.level?.word(in: language) ?? "", entry.clause, entry.subject, entry.change,
                entry.causes, entry.notes.joined(separator: content.say("；", "; ")),
            ]
            stream.write("| " + cells.map(Markdown.escaped).joined(separator: " | ") + " |\n")
        }
        if section.leftOut > 0 {
            stream.write(
                "\n" + content.say("另有 \(section.leftOut) 项未列。", "\(section.leftOut) more."))
            stream.write("\n")
        }
    }
}
