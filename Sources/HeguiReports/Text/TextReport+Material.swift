import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension TextReport {
    /// Writes who has handed in what, form by form, and each annex that is not simply there.
    func writeMaterial(to stream: inout ReportStream) {
        let forms = MaterialForm.all(in: review)
        guard !forms.isEmpty else { return }
        let words = MaterialWords(say: say)
        writeHeading(say("应交材料", "Material that is due"), to: &stream)
        var table = TextTable([.left, .left])
        for form in forms { table.add([say(form.title), words.line(of: form)]) }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
        let told = forms.flatMap(\.told)
        for item in told.prefix(Self.otherLimit) {
            let tone: Tone = item.isOpen ? tone(of: item.level) : .muted
            write(words.line(of: item), tone, after: "    ", to: &stream)
        }
        writeLeftOut(told.count - Self.otherLimit, to: &stream)
    }
}
