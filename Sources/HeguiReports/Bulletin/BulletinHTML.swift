import HeguiPack
import HeguiReview

/// Writes a bulletin as one web page that needs nothing but itself.
package struct BulletinHTML: Sendable {
    private let bulletin: Bulletin

    private var say: Speaker { bulletin.say }

    package init(_ bulletin: Bulletin) {
        self.bulletin = bulletin
    }

    package func write(to stream: inout ReportStream) {
        let page = HTMLPage(
            title: bulletin.title, language: bulletin.say.language, isScripted: false)
        page.writeStart(to: &stream)
        stream.add("<header><h1>\(bulletin.title)</h1>\n")
        for line in bulletin.opening { stream.add("<p>\(line)</p>\n") }
        stream.write("</header>\n<main>\n")
        let owed = bulletin.owed
        if !owed.isEmpty {
            stream.add(
                "<section><h2>\(say("应交材料", "Material that is due"))</h2><ul>\n")
            for line in owed { stream.add("<li>\(line)</li>\n") }
            stream.write("</ul></section>\n")
        }
        for (number, ranking) in bulletin.rankings.enumerated() {
            write(ranking, number: number + 1, to: &stream)
        }
        let number = bulletin.rankings.count + 1
        writeOpen(number: number, to: &stream)
        let requests = bulletin.requests
        if !requests.isEmpty {
            let title = say("请有关单位核实并处理", "What units are asked to do")
            stream.add("<section><h2>\(bulletin.heading(number + 1, title))</h2><ul>\n")
            for request in requests { stream.add("<li>\(request)</li>\n") }
            stream.write("</ul></section>\n")
        }
        stream.add("</main>\n<footer><p class=\"muted\">\(bulletin.origin)</p></footer>\n")
        HTMLPage.writeEnd(to: &stream, isScripted: false)
    }

    private func write(
        _ ranking: Bulletin.Ranking, number: Int, to stream: inout ReportStream
    ) {
        let title = bulletin.heading(number, bulletin.title(of: ranking))
        let scale = RateScale(ranking.standing.entries)
        stream.add(
            """
            <section><h2>\(title) <span class="clause">\(ranking.rule.clause)</span></h2>
            <p>\(bulletin.summary(of: ranking))</p>

            """)
        let table = HTMLTable(
            caption: title,
            headings: [
                HTMLTable.Heading(say("名次", "rank"), "num"),
                HTMLTable.Heading(say("单位", "unit"), "grow"),
                HTMLTable.Heading(say("比率", "rate"), "num"),
                HTMLTable.Heading(scale.axis(say("比率图", "chart")), "chart"),
                HTMLTable.Heading(say("结论", "verdict"), "word"),
            ], style: "ranking")
        table.write(to: &stream) { stream in
            for entry in ranking.standing.entries {
                stream.add(table.row(cells(of: entry, scale), heading: 1))
            }
        }
        let waiting = MaterialWords(say: say).waiting(ranking.standing)
        for note in [bulletin.small(of: ranking), waiting].compactMap(\.self) {
            stream.add("<p class=\"muted\">\(note)</p>\n")
        }
        writeList(
            say("低于要求的单位", "Below the line"), bulletin.below(ranking), to: &stream)
        writeList(
            say("核实后才能判定的单位", "To be verified first"), bulletin.open(ranking), to: &stream)
        stream.write("</section>\n")
    }

    private func writeList(
        _ title: DataText, _ lines: [DataText], to stream: inout ReportStream
    ) {
        guard !lines.isEmpty else { return }
        stream.add("<h3>\(title)</h3><ul>\n")
        for line in lines { stream.add("<li>\(line)</li>\n") }
        stream.write("</ul>\n")
    }

    private func cells(of entry: RateRanking.Entry, _ scale: RateScale) -> [Markup] {
        let rate = entry.rate
        var percent: Markup = "\(Percentage.text(rate.numerator, of: rate.denominator))"
        percent += "<small>\(rate.numerator)/\(rate.denominator)</small>"
        if rate.lower != rate.upper { percent += "<small>\(bulletin.facts.bounds(rate))</small>" }
        let verdict = bulletin.verdict(of: entry)
        return [
            "\(bulletin.rank(entry))", "\(entry.subject.name)", percent, scale.bar(of: entry),
            "<span class=\"verdict \(entry.verdict.rawValue)\">\(verdict)</span>",
        ]
    }

    private func writeOpen(number: Int, to stream: inout ReportStream) {
        let title = say("待处理的事项", "What is outstanding")
        stream.add("<section><h2>\(bulletin.heading(number, title))</h2>\n")
        if let note = bulletin.smallNote { stream.add("<p class=\"muted\">\(note)</p>\n") }
        if bulletin.rules.isEmpty {
            stream.add("<p>\(say("没有待处理的事项。", "Nothing is outstanding."))</p>\n")
        } else {
            writeTables(to: &stream)
        }
        if let pending = bulletin.pendingLine { stream.add("<p>\(pending)</p>\n") }
        stream.write("</section>\n")
    }

    private func writeTables(to stream: inout ReportStream) {
        let rules = HTMLTable(
            caption: say("按事项", "By matter"),
            headings: [
                HTMLTable.Heading(say("条款", "clause")),
                HTMLTable.Heading(say("事项", "matter"), "grow"),
                HTMLTable.Heading(say("级别", "level"), "word"),
                HTMLTable.Heading(say("项数", "number"), "num"),
                HTMLTable.Heading(say("涉及", "concerns")),
            ], isCaptionShown: true)
        rules.write(to: &stream) { stream in
            for entry in bulletin.rules {
                let level = entry.level
                let word = say(level)
                stream.add(
                    rules.row(
                        [
                            "\(entry.rule.clause)", "\(say(entry.rule.title))",
                            "<span class=\"badge \(level.rawValue)\">\(word)</span>",
                            "\(entry.count)", "\(bulletin.count(entry.units))",
                        ], heading: 1))
            }
        }
        stream.add("<p>\(bulletin.totalLine)</p>\n")
        for units in bulletin.tables { write(units, to: &stream) }
        if let line = bulletin.elsewhereLine { stream.add("<p>\(line)</p>\n") }
    }

    private func write(_ units: Bulletin.UnitTable, to stream: inout ReportStream) {
        let table = HTMLTable(
            caption: say("按\(units.title)", "By kind: \(units.title)"),
            headings: [HTMLTable.Heading(units.title, "grow")]
                + Level.byWeight.map { HTMLTable.Heading(say($0), "num") },
            isCaptionShown: true)
        let total = Bulletin.UnitRow(name: say("合计", "together"), open: units.total)
        table.write(to: &stream) { stream in
            for unit in units.rows + [total] {
                let counts = Level.byWeight.map { level -> Markup in "\(unit.open[level])" }
                stream.add(table.row(["\(unit.name)"] + counts))
            }
        }
    }

}
