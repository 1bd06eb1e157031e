import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes what a reader asks first, each answer leading to its details.
    func writeAnswers(to stream: inout ReportStream) {
        let lines = answers.all(withAwards: true)
        guard !lines.isEmpty else { return }
        stream.add(
            "<section id=\"answers\"><h2>\(say("要点", "At a glance"))</h2>\n<dl class=\"answers\">\n"
        )
        for line in lines { write(line, to: &stream) }
        stream.add("</dl>\n")
        if !digest.rankings.isEmpty {
            stream.add("<p class=\"muted\">\(Percentage.note(say))</p>\n")
        }
        stream.write("</section>\n")
    }

    private var answers: AnswerLines {
        AnswerLines(
            review, rankings: digest.rankings, concern: digest.concerned, index: index,
            limit: limits.named, say: say)
    }

    private func write(_ line: AnswerLines.Line, to stream: inout ReportStream) {
        let place = anchor(of: line.place)
        stream.add(
            """
            <div class="\(MaskedText(word: line.state))"><dt><a href="#\(place)">\(line.title)</a></dt>\
            <dd><p>\(line.text)</p>
            """)
        if !line.items.isEmpty {
            stream.write("<ul>")
            for item in line.items { stream.add(self.item(item)) }
            if line.more > 0 {
                let more = say("另有 \(line.more) 个", "\(line.more) more")
                stream.add("<li><a href=\"#\(place)\">\(more)</a></li>")
            }
            stream.write("</ul>")
        }
        stream.write("</dd></div>\n")
    }

    private func item(_ item: AnswerLines.Line.Item) -> Markup {
        let subject = item.subject
        let key = OutcomeGrouping.GroupKey(dataset: subject.type, id: subject.id)
        let name: Markup =
            anchors[key].map { "<a href=\"#\($0)\">\(subject.name)</a>" }
            ?? "<b>\(self.name(of: subject))</b>"
        return item.detail.isEmpty ? "<li>\(name)</li>" : "<li>\(name) \(item.detail)</li>"
    }

    private func anchor(of place: AnswerLines.Line.Place) -> MaskedText {
        switch place {
        case .material: "material"
        case .rates: "rates"
        case .awards: "awards"
        case .units: "units"
        }
    }
}
