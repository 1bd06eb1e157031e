import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes a sheet for each unit, to be handed over to it: by rule what the document says, whom
    /// it concerns, what was found where, and what to do.
    func writeSheets(to stream: inout ReportStream) {
        for group in groups { writeSheet(of: group, to: &stream) }
    }

    private func writeSheet(of group: OutcomeGroup, to stream: inout ReportStream) {
        let name = name(ofGroup: group.name, dataset: group.dataset)
        let anchor = anchors[group.key] ?? ""
        let count = digest.groups.first { $0.key == group.key }
        stream.add(
            """
            <section class="sheet" id="\(anchor)"><h2>\(name)</h2>
            <p class="muted">\(say(review.pack.title)) · \(say("截至", "as of")) \(review.asOf.description)
            · \(openCounts(count))</p>
            \(rates(of: group.key))\(deadline)
            \(leftOut(of: group, (count?.violations ?? 0) - group.outcomes.count))
            """)
        // A rule whose findings have several levels stands at each of them.
        let byKind = Dictionary(grouping: group.outcomes) {
            SheetKind(level: $0.level, rule: $0.rule)
        }
        let ordered = byKind.keys.sorted { left, right in
            if left.level != right.level { return left.level > right.level }
            return index.order(ofRule: left.rule) < index.order(ofRule: right.rule)
        }
        for kind in ordered { write(byKind[kind] ?? [], of: kind.rule, to: &stream) }
        stream.add("<p class=\"sign\">\(signature)</p>\n")
        stream.add(
            "<p class=\"back\"><a href=\"#units\">\(say("回到各单位", "Back to the units"))</a></p></section>\n"
        )
    }

    /// The unit's rates with both of their numbers.
    private func rates(of key: OutcomeGrouping.GroupKey) -> Markup {
        var lines = Markup.nothing
        for ranking in digest.rankings {
            guard let entry = rateEntries[ranking.rule]?[key] else { continue }
            let line = entry.required.map { say(" · 要求 \($0)", " · required \($0)") } ?? ""
            let metric = index.metricTitle(ranking.rule, say)
            lines += "<p><b>\(metric)</b> \(facts.rate(entry.rate))\(line)</p>\n"
        }
        return lines
    }

    private var deadline: Markup {
        guard let mendBy else { return .nothing }
        let day = say.inWords(mendBy)
        let text = say(
            "请于\(day)（含）前核实、整改并答复。", "Please verify, mend and reply by \(day).")
        return "<p class=\"deadline\"><b>\(text)</b></p>\n"
    }

    /// The line to sign on paper.
    private var signature: DataText {
        say(
            "填报人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿（盖章）　日期：＿＿＿＿＿＿",
            "Filled in by: ____________  Head: ____________ (seal)  Date: ____________")
    }

    /// Says how many findings of the unit the sheet leaves out, and leads to all of them.
    private func leftOut(of group: OutcomeGroup, _ count: Int) -> Markup {
        guard count > 0 else { return .nothing }
        let text = say("本表只列最重的，另有 \(count) 项见", "The weightiest; \(count) more are in the ")
        let anchor = anchors[group.key] ?? ""
        return """
            <p class="left-out" role="note">\(text)\
            <a href="#findings?unit=\(anchor)">\(say("问题清单", "table of findings"))</a></p>

            """
    }

    private struct SheetKind: Hashable {
        let level: Level
        let rule: String
    }

    private func openCounts(_ count: GroupCount?) -> DataText {
        guard let count, count.open.total > 0 else { return say("没有待处理的事项", "nothing is open") }
        let levels = Level.byWeight.filter { count.open[$0] > 0 }
            .map { "\(say($0)) \(count.open[$0])" as DataText }.joined(separator: " · ")
        return say("待处理：", "open: ") + levels
    }

    private func write(_ outcomes: [Outcome], of rule: String, to stream: inout ReportStream) {
        guard let first = outcomes.first else { return }
        let title = index.ruleTitle(rule, say)
        let clause = review.pack.clauses.first { $0.id == first.clause }
        stream.add(
            """
            <div class="rule"><h3>\(badge(first.level)) \(title) \
            <span class="clause">\(clauseLink(first.clause)) × \(outcomes.count)</span></h3>

            """)
        if let clause { stream.add("<blockquote>\(clause.quote.oneLine)</blockquote>\n") }
        if let remedy = first.remedy ?? index.rule(rule)?.remedy.map(message) {
            let title = say("办理要求：", "What to do: ")
            stream.add("<p class=\"remedy\"><b>\(title)</b>\(say(remedy))</p>\n")
        }
        stream.write("<ul class=\"cases\">\n")
        for outcome in outcomes { stream.add(item(of: outcome)) }
        stream.write("</ul></div>\n")
    }

    private func message(_ text: LocalizedText) -> Message {
        Message(zh: text.text(in: .chinese), en: text.text(in: .english))
    }

    private func item(of outcome: Outcome) -> Markup {
        var lines = [facts.line(of: outcome)] + facts.partLines(of: outcome)
        let sources = SourceList.text(outcome.sources, say)
        if !sources.isEmpty { lines.append(say("见 ", "see ") + sources) }
        var item: Markup = "<li><p>\(say(outcome.message))</p>"
        for line in lines where !line.isEmpty { item += "<p class=\"fine\">\(line)</p>" }
        if let explanation = outcome.explanation {
            item += "<p class=\"fine good\">\(facts.explanation(explanation))</p>"
        }
        item += "</li>\n"
        return item
    }
}
