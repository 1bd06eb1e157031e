package import HeguiDiagnostics
import HeguiPack

/// Writes a comparison as Markdown, for a pull request or a note.
package struct ComparisonMarkdown: Sendable {
    private let comparison: Comparison
    private let say: Speaker

    package init(_ comparison: Comparison, language: Language) {
        self.comparison = comparison
        say = Speaker(language)
    }

    package func write(to stream: inout ReportStream) {
        let content = ComparisonTable(comparison: comparison, say: say)
        stream.write("# \(stream.inMarkdown(say("两次审查对比", "Two reviews compared")))\n\n")
        for line in content.header {
            stream.write("- **\(stream.inMarkdown(line.title))** \(stream.inMarkdown(line.text))\n")
        }
        stream.write("\n\(stream.inMarkdown(content.summary))\n")
        for section in content.sections {
            stream.write("\n## \(stream.inMarkdown(section.title)) (\(section.count))\n\n")
            write(section, to: &stream)
        }
    }

    private func write(_ section: ComparisonTable.Section, to stream: inout ReportStream) {
        let titles = [
            say("级别", "level"), say("条款", "clause"), say("对象", "subject"), say("变化", "change"),
            say("原因", "cause"), say("内容", "message"),
        ]
        let table = MarkdownTable(titles.map { ($0, false) }, rule: " --- |", to: &stream)
        for entry in section.entries {
            table.add(
                [
                    say(entry.level) ?? "", entry.clause, entry.subject, entry.change,
                    entry.causes, entry.notes.joined(separator: say("；", "; ")),
                ], to: &stream)
        }
        if section.leftOut > 0 {
            let words = say("另有 \(section.leftOut) 项未列。", "\(section.leftOut) more.")
            stream.write("\n\(stream.redaction.masked(words))\n")
        }
    }
}
