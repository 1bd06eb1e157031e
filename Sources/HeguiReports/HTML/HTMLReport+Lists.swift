import HeguiCalendar
import HeguiDiagnostics
import HeguiReview

extension HTMLReport {
    /// Writes what is neither met nor broken: pending, undetermined, waived, advised.
    func writeLists(to stream: inout ReportStream) {
        guard !digest.others.isEmpty else { return }
        stream.add(
            "<section id=\"lists\" class=\"rest\"><h2>\(say("其他事项", "Other outcomes"))</h2>\n")
        write(.pending, title: say("说明", "what is asked"), to: &stream) { say($0.message) }
        write(.undetermined, title: say("缺什么", "what is missing"), to: &stream) { outcome in
            let list = MissingList(index: index, say: say).text(of: outcome)
            return list.isEmpty ? say(outcome.message) : list
        }
        write(.waived, title: say("疑点和豁免", "finding and waiver"), to: &stream) { outcome in
            let waiver = outcome.waiver.map { say("。", ". ") + facts.waiver($0) } ?? ""
            return say(outcome.message) + waiver
        }
        write(.advised, title: say("建议", "advice"), to: &stream) { say($0.message) }
        write(.failed, title: say("原因", "reason"), to: &stream) { say($0.message) }
        stream.write("</section>\n")
    }

    private func write(
        _ verdict: Verdict, title: DataText, to stream: inout ReportStream,
        _ words: (Outcome) -> DataText
    ) {
        guard let held = digest.others[verdict], held.total > 0 else { return }
        let outcomes = verdict == .pending ? byDue(held.outcomes) : held.outcomes
        let name = say(verdict)
        stream.add("<h3>\(name) <span class=\"clause\">\(held.total)</span></h3>\n")
        var headings = [
            HTMLTable.Heading(say("级别", "level"), "word"),
            HTMLTable.Heading(say("条款", "clause")),
            HTMLTable.Heading(say("对象", "subject")),
            HTMLTable.Heading(title, "grow"),
        ]
        if verdict == .pending { headings.append(HTMLTable.Heading(say("期限", "due"), "word")) }
        let table = HTMLTable(caption: name, headings: headings, style: "cards")
        table.write(to: &stream) { stream in
            for outcome in outcomes {
                let group = outcome.subject.groupName ?? outcome.subject.groupID
                let unit: Markup = group.map { "<small>\($0)</small>" } ?? .nothing
                var cells: [Markup] = [
                    badge(outcome.level), clauseLink(outcome.clause),
                    "\(self.name(of: outcome.subject))\(unit)", "\(words(outcome))",
                ]
                if verdict == .pending { cells.append("\(due(outcome.due))") }
                stream.add(table.row(cells, heading: 2))
            }
        }
        stream.add(leftOut(held.left))
    }

    private func byDue(_ outcomes: [Outcome]) -> [Outcome] {
        let days = outcomes.map { $0.due ?? .maximum }
        return outcomes.indices.sorted { left, right in
            days[left] == days[right] ? left < right : days[left] < days[right]
        }.map { outcomes[$0] }
    }

    private func due(_ due: Day?) -> DataText {
        guard let due else { return say("没有写明", "none given") }
        let left = review.asOf.days(until: due)
        return say("\(due)（还有 \(left) 天）", "\(due) (days left: \(left))")
    }
}
