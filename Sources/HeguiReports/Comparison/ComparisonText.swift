package import HeguiDiagnostics
import HeguiPack

/// Writes a comparison for people to read in a terminal.
package struct ComparisonText: Sendable {
    private let comparison: Comparison
    private let say: Speaker

    package init(_ comparison: Comparison, language: Language) {
        self.comparison = comparison
        say = Speaker(language)
    }

    package func write(to stream: inout ReportStream) {
        let pen = Pen(isColoured: false, redaction: stream.redaction)
        let content = ComparisonTable(comparison: comparison, say: say)
        var header = TextTable([.left, .left])
        for line in content.header { header.add([line.title, line.text]) }
        stream.write("\(pen.clean(say("两次审查对比", "Two reviews compared")))\n")
        header.write(to: &stream, indent: "", pen: pen)
        for section in content.sections {
            let count = say("\(section.count) 项", "\(section.count)")
            stream.write("\n■ \(pen.clean("\(section.title)  \(count)"))\n")
            write(section, to: &stream, pen)
        }
        stream.write("\n■ \(pen.clean("\(say("小结", "Summary"))  \(content.summary)"))\n")
    }

    private func write(
        _ section: ComparisonTable.Section, to stream: inout ReportStream, _ pen: Pen
    ) {
        var table = TextTable([.left, .left, .left, .left, .left])
        for entry in section.entries {
            let mark = entry.level.map { say.mark($0) } ?? ""
            table.add(
                [mark, entry.clause, entry.subject, entry.change, entry.causes].map {
                    TextTable.Cell(text: $0)
                }, notes: entry.notes.map { "      " + pen.clean($0) })
        }
        table.write(to: &stream, indent: "  ", pen: pen)
        if section.leftOut > 0 {
            let words = say(
                "另有 \(section.leftOut) 项未列，全部见 --format json",
                "\(section.leftOut) more are left out; --format json has all")
            stream.write("  \(pen.clean(words))\n")
        }
    }
}
