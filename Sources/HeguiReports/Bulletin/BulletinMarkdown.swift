import HeguiPack
import HeguiReview

/// Writes a bulletin as Markdown, to be pasted into a document.
package struct BulletinMarkdown: Sendable {
    private let bulletin: Bulletin

    private var say: Speaker { bulletin.say }

    package init(_ bulletin: Bulletin) {
        self.bulletin = bulletin
    }

    package func write(to stream: inout ReportStream) {
        stream.write("# \(stream.inMarkdown(bulletin.title))\n\n")
        for line in bulletin.opening { paragraph(line, to: &stream) }
        for ranking in bulletin.rankings { write(ranking, to: &stream) }
        writeOpen(to: &stream)
        let requests = bulletin.requests
        if !requests.isEmpty {
            heading(say("请有关单位核实并处理", "What units are asked to do"), to: &stream)
            writeList(requests, to: &stream)
        }
        stream.write("---\n\n\(stream.inMarkdown(bulletin.origin))\n")
    }

    private func write(_ ranking: Bulletin.Ranking, to stream: inout ReportStream) {
        let title = say(ranking.rule.title)
        heading("\(title)（\(ranking.rule.clause)）", to: &stream)
        paragraph(bulletin.summary(of: ranking), to: &stream)
        let table = MarkdownTable(
            [
                (say("名次", "rank"), true), (say("单位", "unit"), false),
                (say("计入/总数", "share"), true), (say("比率", "rate"), true),
                (say("核实后可能为", "once verified"), false), (say("要求", "required"), true),
                (say("结论", "verdict"), false),
            ], to: &stream)
        for entry in ranking.standing.entries {
            let rate = entry.rate
            table.add(
                [
                    bulletin.rank(entry), DataText(entry.subject.name),
                    "\(rate.numerator)/\(rate.denominator)",
                    Percentage.text(rate.numerator, of: rate.denominator),
                    rate.lower == rate.upper ? "" : bulletin.facts.bounds(rate),
                    DataText(entry.required ?? ""), bulletin.verdict(of: entry),
                ], to: &stream)
        }
        stream.write("\n")
        if let small = bulletin.small(of: ranking) { paragraph(small, to: &stream) }
        let below = bulletin.below(ranking)
        if !below.isEmpty {
            stream.write("**\(stream.inMarkdown(say("低于要求的单位", "Below the line")))**\n\n")
            writeList(below, to: &stream)
        }
    }

    private func writeOpen(to stream: inout ReportStream) {
        heading(say("待处理的事项", "What is outstanding"), to: &stream)
        if let note = bulletin.smallNote { paragraph(note, to: &stream) }
        if bulletin.rules.isEmpty {
            paragraph(say("没有待处理的事项。", "Nothing is outstanding."), to: &stream)
        } else {
            writeTables(to: &stream)
        }
        if let pending = bulletin.pendingLine { paragraph(pending, to: &stream) }
    }

    private func writeTables(to stream: inout ReportStream) {
        let matters = MarkdownTable(
            [
                (say("条款", "clause"), false), (say("事项", "matter"), false),
                (say("级别", "level"), false), (say("项数", "number"), true),
                (say("涉及单位", "units"), true),
            ], to: &stream)
        for entry in bulletin.rules {
            matters.add(
                [
                    DataText(entry.rule.clause), say(entry.rule.title), say(entry.rule.level),
                    "\(entry.count)", "\(entry.unitCount)",
                ], to: &stream)
        }
        stream.write("\n")
        let units = MarkdownTable(
            [(say("单位", "unit"), false)] + Level.byWeight.map { (say($0), true) }, to: &stream)
        for unit in bulletin.units {
            units.add([unit.name] + Level.byWeight.map { "\(unit.open[$0])" }, to: &stream)
        }
        stream.write("\n")
    }

    private func heading(_ title: DataText, to stream: inout ReportStream) {
        stream.write("## \(stream.inMarkdown(title))\n\n")
    }

    private func paragraph(_ text: DataText, to stream: inout ReportStream) {
        stream.write("\(stream.inMarkdown(text))\n\n")
    }

    private func writeList(_ items: [DataText], to stream: inout ReportStream) {
        for item in items { stream.write("- \(stream.inMarkdown(item))\n") }
        stream.write("\n")
    }
}
