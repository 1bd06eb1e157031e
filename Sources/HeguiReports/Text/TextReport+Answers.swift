import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension TextReport {
    /// How many units and people an answer names.
    private static let namedLimit = 6

    /// Writes what a reader asks first.
    func writeAnswers(to stream: inout ReportStream) {
        guard review.hasData else { return }
        let rankings = RateRanking.all(in: review, index: index)
        // A check tells nothing of awards, unless nothing but the answers is asked for.
        let lines = AnswerLines(
            review, rankings: rankings, concern: ConcernCount(review, grouping: grouping),
            index: index, limit: Self.namedLimit, say: say
        ).all(withAwards: scope == .everything || isBrief)
        guard !lines.isEmpty else { return }
        writeHeading(say("要点", "At a glance"), to: &stream)
        var table = TextTable([.left, .left])
        for line in lines {
            table.add([
                TextTable.Cell(text: line.title),
                TextTable.Cell(text: line.text, tone: tone(of: line)),
            ])
            if !line.items.isEmpty { table.add(["", names(of: line)]) }
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
        guard !rankings.isEmpty else { return }
        stream.write("  " + pen(Percentage.note(say), .muted) + "\n")
    }

    private func names(of line: AnswerLines.Line) -> DataText {
        let names = line.items.map { item in
            let name = DataText(item.subject.name)
            return item.detail.isEmpty ? name : name + " " + item.detail
        }
        let more = say("另有 \(line.more) 个", "\(line.more) more")
        return (names + (line.more > 0 ? [more] : [])).joined(separator: say("；", "; "))
    }

    private func tone(of line: AnswerLines.Line) -> Tone {
        switch line.state {
        case .good: .good
        case .bad: .mandatory
        case .open: .verify
        case .plain: .plain
        }
    }
}
