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
        let owed = bulletin.owed
        if !owed.isEmpty {
            heading(say("应交材料", "Material that is due"), to: &stream)
            writeList(owed, to: &stream)
        }
        for (number, ranking) in bulletin.rankings.enumerated() {
            write(ranking, number: number + 1, to: &stream)
        }
        let number = bulletin.rankings.count + 1
        writeOpen(number: number, to: &stream)
        let requests = bulletin.requests
        if !requests.isEmpty {
            let title = say("请有关单位核实并处理", "What units are asked to do")
            heading(bulletin.heading(number + 1, title), to: &stream)
            writeList(requests, to: &stream)
        }
        stream.write("---\n\n\(stream.inMarkdown(bulletin.origin))\n")
    }

    private func write(
        _ ranking: Bulletin.Ranking, number: Int, to stream: inout ReportStream
    ) {
        let title = bulletin.heading(number, bulletin.title(of: ranking))
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
        if let waiting = MaterialWords(say: say).waiting(ranking.standing) {
            paragraph(waiting, to: &stream)
        }
        let below = say("低于要求的单位", "Below the line")
        writeList(below, bulletin.below(ranking), to: &stream)
        let open = say("核实后才能判定的单位", "To be verified first")
        writeList(open, bulletin.open(ranking), to: &stream)
    }

    private func writeList(
        _ title: DataText, _ lines: [DataText], to stream: inout ReportStream
    ) {
        guard !lines.isEmpty else { return }
        stream.write("**\(stream.inMarkdown(title))**\n\n")
        writeList(lines, to: &stream)
    }

    private func writeOpen(number: Int, to stream: inout ReportStream) {
        let title = say("待处理的事项", "What is outstanding")
        heading(bulletin.heading(number, title), to: &stream)
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
                (say("涉及", "concerns"), false),
            ], to: &stream)
        for entry in bulletin.rules {
            matters.add(
                [
                    DataText(entry.rule.clause), say(entry.rule.title), say(entry.level),
                    "\(entry.count)", bulletin.count(entry.units),
                ], to: &stream)
        }
        stream.write("\n")
        paragraph(bulletin.totalLine, to: &stream)
        for units in bulletin.tables { write(units, to: &stream) }
        if let line = bulletin.elsewhereLine { paragraph(line, to: &stream) }
    }

    private func write(_ units: Bulletin.UnitTable, to stream: inout ReportStream) {
        let table = MarkdownTable(
            [(units.title, false)] + Level.byWeight.map { (say($0), true) }, to: &stream)
        let total = Bulletin.UnitRow(name: say("合计", "together"), open: units.total)
        for unit in units.rows + [total] {
            table.add([unit.name] + Level.byWeight.map { "\(unit.open[$0])" }, to: &stream)
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
