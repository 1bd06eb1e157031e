import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes for each rule that has rates who stands where, with the line and the bounds.
    func writeRankings(to stream: inout ReportStream) {
        guard !digest.rankings.isEmpty else { return }
        stream.add("<section id=\"rates\"><h2>\(say("比率排名", "Rates"))</h2>\n\(legend)")
        for ranking in digest.rankings { write(ranking, to: &stream) }
        stream.write("</section>\n")
    }

    private var legend: Markup {
        """
        <p class="legend"><span class="key dot"></span>\(say("实际", "observed"))
        <span class="key span"></span>\(say("核实后可能的范围", "what it may be once verified"))
        <span class="key line"></span>\(say("要求", "required"))
        · \(Percentage.note(say))</p>

        """
    }

    private func write(_ ranking: RateRanking, to stream: inout ReportStream) {
        let rule = index.rule(ranking.rule)
        let title = say(
            "\(index.metricTitle(ranking.rule, say))排名",
            "Ranking: \(index.metricTitle(ranking.rule, say))")
        let clause = rule.map { clauseLink($0.clause) } ?? .nothing
        let scale = RateScale(ranking.entries.prefix(limits.others))
        let line = ranking.required.map { say(" · 要求 \($0)", " · required \($0)") } ?? ""
        stream.add("<h3>\(title) <span class=\"clause\">\(clause)\(line)</span></h3>\n")
        let table = HTMLTable(
            caption: title,
            headings: [
                HTMLTable.Heading(say("名次", "rank"), "num"),
                HTMLTable.Heading(say("对象", "subject"), "grow"),
                HTMLTable.Heading(say("比率", "rate"), "num"),
                HTMLTable.Heading(scale.axis(say("比率图", "chart")), "chart"),
                HTMLTable.Heading(say("结论", "verdict"), "word"),
            ], style: "ranking")
        table.write(to: &stream) { stream in
            for entry in ranking.entries.prefix(limits.others) {
                stream.add(table.row(cells(of: entry, scale), heading: 1))
            }
        }
        stream.add(leftOut(ranking.entries.count - limits.others + ranking.left))
        if let waiting = MaterialWords(say: say).waiting(ranking) {
            stream.add("<p class=\"muted\">\(waiting)</p>\n")
        }
    }

    private func cells(of entry: RateRanking.Entry, _ scale: RateScale) -> [Markup] {
        let rate = entry.rate
        var percent: Markup = "\(Percentage.text(rate.numerator, of: rate.denominator))"
        percent += "<small>\(rate.numerator)/\(rate.denominator)</small>"
        if rate.lower != rate.upper { percent += "<small>\(facts.bounds(rate))</small>" }
        let undecided = facts.undecided(entry.undecided)
        let doubt: Markup = undecided.isEmpty ? .nothing : "<small>\(undecided)</small>"
        let key = OutcomeGrouping.GroupKey(dataset: entry.subject.type, id: entry.subject.id)
        let subject: Markup =
            anchors[key].map { "<a href=\"#\($0)\">\(entry.subject.name)</a>" }
            ?? "\(name(of: entry.subject))"
        return [
            "\(rank(entry.rank, isTied: entry.isTied))", "\(subject)\(doubt)", percent,
            scale.bar(of: entry),
            "<span class=\"verdict \(entry.verdict.rawValue)\">\(verdict(of: entry))</span>",
        ]
    }

    private func verdict(of entry: RateRanking.Entry) -> DataText {
        switch entry.verdict {
        case .violated: say("低于 \(entry.required ?? "")", "below \(entry.required ?? "")")
        case .met: say("达到", "reached")
        default: say(entry.verdict)
        }
    }
}
