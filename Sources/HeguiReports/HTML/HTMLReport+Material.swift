import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes who has handed in what, form by form, and each annex that is not simply there.
    func writeMaterial(to stream: inout ReportStream) {
        let forms = MaterialForm.all(in: review)
        guard !forms.isEmpty else { return }
        let words = MaterialWords(say: say)
        stream.add(
            "<section id=\"material\"><h2>\(say("应交材料", "Material that is due"))</h2>\n")
        let table = HTMLTable(
            caption: say("应交材料", "Material that is due"),
            headings: [HTMLTable.Heading(say("表单", "form"), "grow")]
                + words.columns.map { HTMLTable.Heading($0, "num") })
        table.write(to: &stream) { stream in
            for form in forms {
                let counts = words.counts(of: form).map(count)
                stream.add(table.row(["\(say(form.title))"] + counts))
            }
        }
        let told = forms.flatMap(\.told)
        if !told.isEmpty {
            stream.write("<ul>\n")
            for item in told.prefix(limits.others) {
                stream.add("<li>\(words.line(of: item))</li>\n")
            }
            stream.write("</ul>\n")
        }
        stream.add(leftOut(told.count - limits.others))
        stream.write("</section>\n")
    }
}
