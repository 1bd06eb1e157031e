import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension TextReport {
    /// Writes every violation under the unit and the subject that it concerns.
    func writeFindings(to stream: inout ReportStream) {
        let held = HeldOutcomes(review.outcomes, of: .violated, limit: Self.findingLimit)
        let violations = held.outcomes
        guard review.hasData else {
            let line = say("没有读到任何数据，无法审查。", "No data were read, so nothing could be judged.")
            stream.write("\n" + pen(line, .mandatory) + "\n")
            return
        }
        guard !violations.isEmpty else {
            let isComplete = review.isComplete
            let line =
                isComplete
                ? say("没有发现违反。", "No violations were found.")
                : say(
                    "在能判断的范围内没有发现违反。",
                    "No violations were found in what could be judged.")
            stream.write("\n" + pen(line, isComplete ? .good : .verify) + "\n")
            return
        }
        if held.left > 0 {
            let words = say(
                "违反共 \(held.total) 项，这里列出最重的 \(violations.count) 项；全部见 --format csv 或 jsonl，"
                    + "或用 --only 单位 分别查看。",
                "Of \(held.total) violations the weightiest \(violations.count) are listed; all are in "
                    + "--format csv and jsonl, or look at one unit with --only.")
            stream.write("\n" + pen(words, .strong) + "\n")
        }
        let clauseWidth = width(ofClauses: violations)
        for group in grouping.groups(of: violations) {
            write(group, clauseWidth: clauseWidth, to: &stream)
        }
    }

    /// Writes what rules that only advise have found.
    func writeAdvised(to stream: inout ReportStream) {
        let advised = held(.advised)
        guard advised.total > 0 else { return }
        writeHeading(
            say("建议改进", "Advised"), beside: say("\(advised.total) 项", "\(advised.total)"),
            to: &stream)
        var table = TextTable([.left, .left])
        for outcome in advised.outcomes {
            table.add([
                TextTable.Cell(text: DataText(outcome.clause)),
                TextTable.Cell(
                    text: fullName(of: outcome.subject) + say("：", ": ") + say(outcome.message)),
            ])
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
        writeLeftOut(advised.left, to: &stream)
    }

    /// Writes the violations that a waiver covers.
    func writeWaived(to stream: inout ReportStream) {
        let waived = held(.waived)
        guard waived.total > 0 else { return }
        writeHeading(
            say("已豁免", "Waived"), beside: say("\(waived.total) 项", "\(waived.total)"), to: &stream)
        var table = TextTable([.left, .left, .left])
        for outcome in waived.outcomes {
            table.add(
                [
                    TextTable.Cell(text: say.mark(outcome.level), tone: .muted),
                    TextTable.Cell(text: DataText(outcome.clause)),
                    TextTable.Cell(
                        text: fullName(of: outcome.subject) + say("：", ": ") + say(outcome.message)
                    ),
                ], notes: outcome.waiver.map(notes) ?? [])
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
        writeLeftOut(waived.left, to: &stream)
    }

    private func notes(of waiver: Waiver) -> [MaskedText] {
        pen.clean(facts.waiver(waiver)).wrapped(to: Self.width - 4)
            .map { "    " + pen.coloured($0, .muted) }
    }

    func width(ofClauses outcomes: [Outcome]) -> Int {
        outcomes.map { pen.clean(DataText($0.clause)).width }.max() ?? 0
    }

    private func write(
        _ group: OutcomeGroup, clauseWidth: Int, to stream: inout ReportStream
    ) {
        let totals = VerdictCounts(group.outcomes)
        writeHeading(
            group.name.map { DataText($0) } ?? nameless(group),
            beside: levelCounts { totals.count(.violated, $0) },
            to: &stream)
        for member in group.members {
            if !member.isHead || group.members.count > 1 {
                let own = say("（本身）", " (itself)")
                let title =
                    member.isHead ? DataText(member.subject.name) + own : name(of: member.subject)
                stream.write("  " + pen(title, .strong) + "\n")
            }
            for outcome in member.outcomes {
                write(outcome, clauseWidth: clauseWidth, to: &stream)
            }
        }
        writeActions(for: group.outcomes, to: &stream)
    }

    private func nameless(_ group: OutcomeGroup) -> DataText {
        let title =
            say(index.dataset(singular: group.dataset)?.title) ?? DataText(group.dataset)
        return say("（未列明\(title)）", "(no \(title) given)")
    }

    private func write(
        _ outcome: Outcome, clauseWidth: Int, to stream: inout ReportStream
    ) {
        let markWidth = Level.allCases.map { pen.clean(say.mark($0)).width }.max() ?? 0
        let isOpen = outcome.isOpen
        let levelMark = pen.clean(say.mark(outcome.level)).padded(to: markWidth)
        let clause = pen.clean(DataText(outcome.clause)).padded(to: clauseWidth)
        stream.write(
            "    " + pen.coloured(levelMark, isOpen ? tone(of: outcome.level) : .muted))
        let indent = MaskedText.spaces(4 + markWidth + 1 + clauseWidth + 2)
        let message = pen.clean(say(outcome.message)).wrapped(to: Self.width - indent.width)
        stream.write(" " + clause + "  " + message.joined(separator: "\n" + indent) + "\n")
        let line = facts.line(of: outcome)
        if !line.isEmpty { write(line, .muted, after: indent, to: &stream) }
        for line in facts.partLines(of: outcome) {
            write("- " + line, .muted, after: indent, to: &stream)
        }
        let sources = SourceList.text(outcome.sources, say)
        if !sources.isEmpty {
            write(say("见 ", "see ") + sources, .muted, after: indent, to: &stream)
        }
        if let explanation = outcome.explanation {
            write(facts.explanation(explanation), .good, after: indent, to: &stream)
        }
    }

    /// Writes once for each broken rule of a group what to do, and the rule's id.
    private func writeActions(for outcomes: [Outcome], to stream: inout ReportStream) {
        var counts: [String: Int] = [:]
        var firsts: [Outcome] = []
        for outcome in outcomes {
            counts[outcome.rule, default: 0] += 1
            if counts[outcome.rule] == 1 { firsts.append(outcome) }
        }
        firsts.sort { index.order(ofRule: $0.rule) < index.order(ofRule: $1.rule) }
        stream.write("  " + pen(say("办理要求", "what to do"), .strong) + "\n")
        var table = TextTable([.left, .right, .left])
        for outcome in firsts {
            let title = index.ruleTitle(outcome.rule, say)
            let remedy = say(outcome.remedy) ?? title
            table.add([
                DataText(outcome.clause), "×\(counts[outcome.rule] ?? 0)",
                say("\(remedy)（\(outcome.rule)）", "\(remedy) (\(outcome.rule))"),
            ])
        }
        table.write(to: &stream, indent: "    ", pen: pen, width: Self.width)
    }
}
