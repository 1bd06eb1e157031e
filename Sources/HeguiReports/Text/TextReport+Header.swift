import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension TextReport {
    /// Writes what was checked against what, and as of when.
    func writeHeader(to stream: inout ReportStream) {
        let pack = review.pack
        let lines = HeaderLines(review: review, say: say)
        stream.write(pen(say("合规审查", "Compliance review"), .heading))
        stream.write("  " + pen(say(pack.title), .strong))
        stream.write("  " + pen("\(pack.id) \(pack.version)", .muted) + "\n")
        var table = TextTable([.left, .left])
        table.add([say("依据", "source"), lines.document])
        table.add([say("截至", "as of"), lines.asOf])
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            table.add([say("参数", "parameter"), lines.override(parameter)])
        }
        table.add([say("材料", "drop"), lines.totals])
        let words = CompletenessWords(review, say)
        table.add(
            [
                TextTable.Cell(text: say("判断", "judged")),
                TextTable.Cell(
                    text: words.headline, tone: words.isComplete ? .plain : .mandatory),
            ])
        let named = [
            (say("仅显示", "only"), provenance.only),
            (say("不读", "excluded"), provenance.excluded),
            (say("以此版本为准", "preferred"), provenance.preferred),
            (say("豁免文件", "waivers"), provenance.waivers),
        ]
        for (title, words) in named where !words.isEmpty {
            table.add([title, words.map { DataText($0) }.joined(separator: say("、", ", "))])
        }
        if !pack.revealed.isEmpty {
            let columns = pack.revealed.map { name in
                say("\(columnTitle(name))（\(name)）", "\(columnTitle(name)) (\(name))")
            }
            table.add([say("未遮盖", "unmasked"), columns.joined(separator: say("、", ", "))])
        }
        table.write(to: &stream, indent: "", pen: pen, width: Self.width)
    }

    private func columnTitle(_ name: ColumnName) -> DataText {
        index.columnTitle(name.column, of: name.dataset, say)
    }

    /// Writes what the review follows from; files have a digest where they had one already.
    func writeOrigin(to stream: inout ReportStream) {
        writeHeading(say("出处", "Provenance"), to: &stream)
        let origin = OriginLines(review, provenance: provenance, say: say)
        var table = TextTable([.left, .left])
        for line in origin.lines { table.add([line.title, line.text], tone: .muted) }
        // A digest is looked for with what stands before it, so these lines stay whole.
        table.write(to: &stream, indent: "  ", pen: pen)
    }
}
