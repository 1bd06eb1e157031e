import HeguiDiagnostics
import HeguiEngine

extension TextReport {
    /// Writes what the review follows from; files have a digest where they had one already.
    func writeOrigin(to stream: inout ReportStream) {
        writeHeading(say("出处", "Provenance"), to: &stream)
        let origin = OriginLines(review: review, provenance: provenance, language: language)
        var table = TextTable([.left, .left])
        for line in origin.lines { table.add([line.title, line.text], tone: .muted) }
        table.write(to: &stream, indent: "  ", ink: ink)
    }
}
