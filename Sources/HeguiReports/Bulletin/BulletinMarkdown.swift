import HeguiEngine
import HeguiPack

/// Writes a bulletin as Markdown, to be pasted into a document.
package struct BulletinMarkdown: Sendable {
    private let bulletin: Bulletin

    package init(_ bulletin: Bulletin) {
        self.bulletin = bulletin
    }

    package func write(to stream: inout ReportStream) {
        stream.write("# \(safe(bulletin.title))\n\n")
        for line in bulletin.opening { stream.write(safe(line) + "\n\n") }
        writeRankings(to: &stream)
        writeOpen(to: &stream)
        let requests = bulletin.requests
        if !requests.isEmpty {
            heading(say("请有关单位核实并处理", "What units are asked to do"), to: &stream)
            for request in requests { stream.write("- \(safe(request))\n") }
            stream.write("\n")
        }
        stream.write("---\n\n\(safe(bulletin.origin))\n")
    }

    private func writeRankings(to stream: inout ReportStream) {
        for ranking in bulletin.rankings {
            let title = bulletin.text(ranking.rule.title)
            heading("\(title)（\(ranking.rule.clause)）", to: &stream)
            stream.write(safe(bulletin.summary(of: ranking)) + "\n\n")
            row(
                [
                    say("名次", "rank"), say("单位", "unit"), say("计入/总数", "share"),
                    say("比率", "rate"), say("核实后可能为", "once verified"),
                    say("要求", "required"), say("结论", "verdict"),
                ], to: &stream)
            stream.write("|---:|---|---:|---:|---|---:|---|\n")
            for entry in ranking.standing.entries {
                let rate = entry.rate
                row(
                    [
                        bulletin.rank(entry), entry.subject.name,
                        "\(rate.numerator)/\(rate.denominator)",
                        Percentage.text(rate.numerator, of: rate.denominator),
                        rate.lower == rate.upper ? "" : bulletin.facts.bounds(rate),
                        entry.required ?? "", bulletin.verdict(of: entry),
                    ], to: &stream)
            }
            stream.write("\n")
            if let small = bulletin.small(of: ranking) { stream.write(safe(small) + "\n\n") }
            let below = bulletin.below(ranking)
            if !below.isEmpty {
                stream.write("**\(say("低于要求的单位", "Below the line"))**\n\n")
                for line in below { stream.write("- \(safe(line))\n") }
                stream.write("\n")
            }
        }
    }

    private func writeOpen(to stream: inout ReportStream) {
        heading(say("待处理的事项", "What is outstanding"), to: &stream)
        if let note = bulletin.smallNote { stream.write(safe(note) + "\n\n") }
        if bulletin.rules.isEmpty {
            stream.write(say("没有待处理的事项。", "Nothing is outstanding.") + "\n\n")
        } else {
            row(
                [
                    say("条款", "clause"), say("事项", "matter"), say("级别", "level"),
                    say("项数", "number"), say("涉及单位", "units"),
                ], to: &stream)
            stream.write("|---|---|---|---:|---:|\n")
            for entry in bulletin.rules {
                row(
                    [
                        entry.rule.clause, bulletin.text(entry.rule.title),
                        entry.rule.level.word(in: bulletin.language), "\(entry.count)",
                        "\(entry.unitCount)",
                    ], to: &stream)
            }
            stream.write("\n")
            row(
                [say("单位", "unit")] + Level.byWeight.map { $0.word(in: bulletin.language) },
                to: &stream)
            stream.write("|---|---:|---:|---:|\n")
            for unit in bulletin.units {
                row([unit.name] + Level.byWeight.map { "\(unit.open[$0])" }, to: &stream)
            }
            stream.write("\n")
        }
        if let pending = bulletin.pendingLine { stream.write(safe(pending) + "\n\n") }
    }

    private func heading(_ title: String, to stream: inout ReportStream) {
        stream.write("## \(safe(title))\n\n")
    }

    private func row(_ cells: [String], to stream: inout ReportStream) {
        stream.write("| " + cells.map(safe).joined(separator: " | ") + " |\n")
    }

    private func safe(_ text: String) -> String {
        Markdown.escaped(text)
    }

    private func say(_ zh: String, _ en: String) -> String {
        bulletin.say(zh, en)
    }
}
