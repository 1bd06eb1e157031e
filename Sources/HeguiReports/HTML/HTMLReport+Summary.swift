import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes the numbers that are read first, as tiles.
    func writeSummary(to stream: inout ReportStream) {
        stream.add(
            "<section id=\"summary\"><h2>\(say("汇总", "Summary"))</h2>\n\(verdictLine)<ul class=\"tiles\">\n"
        )
        let totals = digest.totals
        for level in Level.byWeight {
            let title = say("待处理 · ", "open · ") + say(level)
            let explained = totals.explained(level)
            let note: DataText =
                explained == 0 ? "" : say("另有已说明 \(explained)", "explained: \(explained)")
            stream.add(
                tile(
                    title, totals.openViolations(level), note: note, style: MaskedText(word: level))
            )
        }
        let data = Level.byWeight.reduce(0) { $0 + totals.dataFindings($1) }
        let silent = review.rules.count { $0.notRun != nil }
        let silentNote = say("\(silent) 条规则没有可判断的数据", "rules without data: \(silent)")
        stream.add(tile(say("数据问题", "data findings"), data))
        stream.add(tile(say(Verdict.pending), totals.count(.pending)))
        stream.add(
            tile(
                say(Verdict.undetermined), totals.count(.undetermined),
                note: silent == 0 ? "" : silentNote))
        stream.add(tile(say(Verdict.waived), totals.count(.waived)))
        if totals.count(.advised) > 0 {
            stream.add(tile(say(Verdict.advised), totals.count(.advised)))
        }
        if totals.count(.failed) > 0 {
            let title = say(Verdict.failed)
            stream.add(tile(title, totals.count(.failed), style: "mandatory"))
        }
        stream.add(tile(say(Verdict.met), totals.count(.met), style: "good"))
        stream.write("</ul></section>\n")
    }

    /// What the numbers mean where they would mislead.
    private var verdictLine: Markup {
        guard review.hasData else {
            let text = say("没有读到任何数据，无法审查。", "No data were read, so nothing could be judged.")
            return "<p class=\"alert\">\(text)</p>\n"
        }
        guard digest.totals.openFindings(atOrAbove: .hint) == 0 else { return .nothing }
        return "<p class=\"good\">\(say("没有待处理的事项。", "Nothing is open."))</p>\n"
    }

    private func tile(
        _ title: DataText, _ count: Int, note: DataText = "", style: MaskedText = "plain"
    ) -> Markup {
        let small: Markup = note.isEmpty ? .nothing : "<small>\(note)</small>"
        return
            "<li class=\"tile \(style)\"><span>\(title)</span><strong>\(count)</strong>\(small)</li>\n"
    }

    /// Writes the units (or other groups) with what is open in each.
    func writeUnits(to stream: inout ReportStream) {
        guard !digest.groups.isEmpty else { return }
        stream.add("<section id=\"units\"><h2>\(say("各单位", "Units"))</h2>\n")
        let levels = Level.byWeight.map {
            HTMLTable.Heading(say($0), "num")
        }
        let table = HTMLTable(
            caption: say("各单位待处理的事项", "What is open in each unit"),
            headings: [HTMLTable.Heading(say("单位", "unit"), "grow")] + levels
                + [
                    HTMLTable.Heading(say("已说明", "explained"), "num"),
                    HTMLTable.Heading(say(Verdict.waived), "num"),
                    HTMLTable.Heading(say(Verdict.pending), "num"),
                    HTMLTable.Heading(say(Verdict.undetermined), "num"),
                ])
        table.write(to: &stream) { stream in
            for group in digest.groups.prefix(limits.others) {
                let name = name(ofGroup: group.name, dataset: group.key.dataset)
                let link: Markup =
                    anchors[group.key].map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
                let counts =
                    Level.byWeight.map { group.open[$0] }
                    + [group.explained, group.waived, group.pending, group.undetermined]
                stream.add(table.row([link] + counts.map(count)))
            }
        }
        stream.add(leftOut(digest.groups.count - limits.others))
        stream.write("</section>\n")
    }

    /// A count for a table, in which noughts stand back.
    func count(_ number: Int) -> Markup {
        number == 0 ? "<span class=\"nil\">0</span>" : "\(number)"
    }
}
