import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes the units (or other groups) with their rates and what is open in each, those of each
    /// dataset in a table of their own.
    func writeUnits(to stream: inout ReportStream) {
        guard !digest.groups.isEmpty else { return }
        stream.add("<section id=\"units\"><h2>\(say("各单位", "Units"))</h2>\n")
        let kinds = GroupKinds(digest.groups, grouping: grouping)
        for kind in kinds.all { write(kind, isAlone: kinds.all.count == 1, to: &stream) }
        stream.write("</section>\n")
    }

    private func write(
        _ kind: GroupKinds.Kind, isAlone: Bool, to stream: inout ReportStream
    ) {
        let title =
            kind.dataset.flatMap { say(index.dataset(singular: $0)?.title) }
            ?? say("其他对象", "Other subjects")
        let rates = digest.rankings.filter { ranking in
            ranking.entries.first.map { $0.subject.type == kind.dataset } ?? false
        }.map(\.rule)
        let table = HTMLTable(
            caption: kind.dataset == nil
                ? say("其他对象待处理的事项", "What is open elsewhere")
                : say("各\(title)待处理的事项", "What is open: \(title)"),
            headings: [HTMLTable.Heading(title, "grow")]
                + rates.map { HTMLTable.Heading(index.metricTitle($0, say), "num") }
                + Level.byWeight.map { HTMLTable.Heading(say($0), "num") }
                + [
                    HTMLTable.Heading(say("已说明", "explained"), "num"),
                    HTMLTable.Heading(say(Verdict.waived), "num"),
                    HTMLTable.Heading(say(Verdict.pending), "num"),
                    HTMLTable.Heading(say(Verdict.undetermined), "num"),
                ], style: "sortable", isCaptionShown: !isAlone)
        table.write(to: &stream) { stream in
            for group in kind.groups.prefix(limits.others) {
                let name = name(ofGroup: group.name, dataset: group.key.dataset)
                let link: Markup =
                    anchors[group.key].map { "<a href=\"#\($0)\">\(name)</a>" } ?? "\(name)"
                let shares = rates.map { cell(rateEntries[$0]?[group.key]) }
                let counts =
                    Level.byWeight.map { group.open[$0] }
                    + [group.explained, group.waived, group.pending, group.undetermined]
                stream.add(table.row([link] + shares + counts.map(count)))
            }
        }
        stream.add(leftOut(kind.groups.count - limits.others))
    }

    private func cell(_ entry: RateRanking.Entry?) -> Markup {
        guard let entry else { return "<span class=\"nil\">—</span>" }
        let rate = entry.rate
        let percent = Percentage.text(rate.numerator, of: rate.denominator)
        return """
            <span class="verdict \(entry.verdict.rawValue)">\(percent)</span>\
            <small>\(rate.numerator)/\(rate.denominator)</small>
            """
    }
}
