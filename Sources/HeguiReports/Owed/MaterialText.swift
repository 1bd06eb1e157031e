import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes who has not handed in what, for the clerk who has to ask for it.
package struct MaterialText: Sendable {
    private let review: Review
    private let provenance: Provenance
    private let say: Speaker
    private let pen: Pen

    package init(_ review: Review, provenance: Provenance, language: Language) {
        self.review = review
        self.provenance = provenance
        say = Speaker(language)
        pen = Pen(isColoured: false, redaction: Redaction(review.pack))
    }

    package func write(to stream: inout ReportStream) {
        let pack = review.pack
        let title = say("应交材料", "Material that is due") + "  " + say(pack.title)
        stream.write("\(pen.clean(title + "  \(pack.id) \(pack.version)"))\n")
        let lines = HeaderLines(review: review, say: say)
        stream.write("\(pen.clean(say("截至 ", "as of ") + lines.asOf))\n")
        let forms = MaterialForm.all(in: review)
        let words = MaterialWords(say: say)
        if forms.isEmpty {
            let none = say("没有谁应交表单。", "Nobody has to hand a form in.")
            stream.write("\n\(pen.clean(none))\n")
        }
        for form in forms {
            stream.write("\n■ \(pen.clean(say(form.title) + "  " + words.line(of: form)))\n")
            var table = TextTable([.left, .left, .left, .left])
            for item in form.told {
                table.add([
                    SubjectWords(say: say).name(of: item.owner), words.state(of: item),
                    item.due.map { say("期限 \($0)", "due \($0)") } ?? "",
                    item.state == .notReceived ? "" : SourceList.text(item.sources, say),
                ])
            }
            table.write(to: &stream, indent: "  ", pen: pen)
        }
        let origin = OriginLines(review, provenance: provenance, say: say)
        stream.write("\n\(pen.clean(origin.lineWithSettings))\n")
    }
}
