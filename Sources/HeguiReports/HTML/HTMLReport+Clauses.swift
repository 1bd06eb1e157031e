import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes every clause with its words, how it is checked and what came of it.
    func writeClauses(to stream: inout ReportStream) {
        stream.add("<section id=\"clauses\"><h2>\(say("条款对照", "Clause by clause"))</h2>\n")
        let summaries = Dictionary(grouping: review.rules, by: \.clause)
        let verdicts: [Verdict] = [.violated, .pending, .undetermined, .met]
        let table = HTMLTable(
            caption: say("各条款的检查结果", "What came of each clause"),
            headings: [
                HTMLTable.Heading(say("条款", "clause")),
                HTMLTable.Heading(say("原文和检查方式", "words, and how they are checked"), "grow"),
            ] + verdicts.map { HTMLTable.Heading(say($0), "num") })
        table.write(to: &stream) { stream in
            for clause in review.pack.clauses {
                let own = summaries[clause.id] ?? []
                let counts = verdicts.map { verdict in
                    own.isEmpty
                        ? Markup.nothing
                        : count(own.reduce(0) { $0 + $1.counts[verdict, default: 0] })
                }
                let checks = ClauseChecks(review.pack, say).text(of: clause)
                let cells: [Markup] = [
                    "\(clause.id)",
                    "<q>\(clause.quote.oneLine)</q><small>\(checks)</small>",
                ]
                let attributes: Markup = " id=\"\(anchor(ofClause: clause.id))\""
                stream.add(table.row(cells + counts, attributes: attributes))
            }
        }
        stream.write("</section>\n")
    }

    /// Writes a line for each rule and level of what it found, in the pack's order.
    func writeRules(to stream: inout ReportStream) {
        stream.add("<section id=\"rules\"><h2>\(say("各条规则", "Rule by rule"))</h2>\n")
        let verdicts = Verdict.inSummary.filter { verdict in
            review.rules.contains { $0.counts[verdict, default: 0] > 0 }
        }
        let table = HTMLTable(
            caption: say("各条规则的结论", "What each rule said"),
            headings: [
                HTMLTable.Heading(say("条款", "clause")),
                HTMLTable.Heading(say("规则", "rule"), "grow"),
                HTMLTable.Heading(say("级别", "level"), "word"),
            ] + verdicts.map { HTMLTable.Heading(say($0), "num") })
        table.write(to: &stream) { stream in
            for line in review.ruleLevels() {
                let rule = line.summary
                let silence: Markup =
                    rule.notRun.map { "<small>\(say($0))</small>" } ?? .nothing
                let cells: [Markup] = [
                    clauseLink(rule.clause),
                    "\(say(rule.title)) <code>\(rule.rule)</code>\(silence)",
                    badge(line.level),
                ]
                let counts = verdicts.map { count(line.counts[$0, default: 0]) }
                stream.add(table.row(cells + counts, heading: 1))
            }
        }
        stream.write("</section>\n")
    }
}
