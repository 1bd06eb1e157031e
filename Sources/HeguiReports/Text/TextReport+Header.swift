import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiRules

extension TextReport {
    /// Writes what was checked against what, and as of when.
    func writeHeader(to stream: inout ReportStream) {
        let pack = review.pack
        stream.write(ink(say("合规审查", "Compliance review"), .heading))
        stream.write("  " + ink(text(pack.title), .strong))
        stream.write("  " + ink("\(pack.id) \(pack.version)", .muted) + "\n")
        var table = TextTable([.left, .left])
        table.add([say("依据", "source"), documentLine])
        table.add([say("截至", "as of"), asOfLine])
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            table.add([say("参数", "parameter"), overrideLine(parameter)])
        }
        table.add([say("材料", "drop"), totalsLine])
        if !selection.words.isEmpty {
            table.add([
                say("仅显示", "only"),
                selection.words.joined(separator: say("、", ", ")),
            ])
        }
        table.write(to: &stream, indent: "", ink: ink)
    }

    private var documentLine: String {
        let document = review.pack.document
        let title = document.title.hasPrefix("《") ? document.title : "《\(document.title)》"
        let details = [document.number, document.issuer, document.issuedOn.map { "\($0)" }]
            .compactMap(\.self)
        guard !details.isEmpty else { return say(title, document.title) }
        return say(
            "\(title)（\(details.joined(separator: "，"))）",
            "\(document.title) (\(details.joined(separator: ", ")))")
    }

    private var asOfLine: String {
        guard !review.pack.effective.contains(review.asOf) else { return "\(review.asOf)" }
        return "\(review.asOf)"
            + say("（不在依据的有效期内）", " (outside the days on which the source is in force)")
    }

    private func overrideLine(_ parameter: Parameter) -> String {
        let value = parameter.value(on: review.asOf)
        let shown = value?.text(in: language) ?? ""
        let reading = parameter.alternatives.first { $0.value == value }?.reading
        let title = text(parameter.title)
        return "\(parameter.name) = \(shown)"
            + say("（\(title)，本次另行设定", " (\(title), set for this run")
            + (reading.map { say("：", ": ") + text($0) } ?? "") + say("）", ")")
    }

    var totalsLine: String {
        let totals = RowTotals(review.files)
        let files = say("\(totals.files) 个文件", "files: \(totals.files)")
        let unread =
            totals.filesNotRead == 0
            ? "" : say("（\(totals.filesNotRead) 个未读）", " (not read: \(totals.filesNotRead))")
        let rows = say(
            "：读取 \(totals.read) 行，未采用 \(totals.rejected) 行，略过 \(totals.ignored) 行",
            "; rows read: \(totals.read), rejected: \(totals.rejected), ignored: \(totals.ignored)")
        return files + unread + rows
    }
}
