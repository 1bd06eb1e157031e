import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

extension TextReport {
    /// Writes a line for each rule that judged something, in the pack's order.
    func writeRuleTable(to stream: inout ReportStream) {
        let rules = review.rules.filter { $0.notRun == nil }
        guard !rules.isEmpty else { return }
        writeHeading(say("各条规则", "Rule by rule"), to: &stream)
        let verdicts = Verdict.inSummary.filter { verdict in
            rules.contains { $0.counts[verdict, default: 0] > 0 }
        }
        var table = TextTable(
            [.left, .left] + verdicts.map { _ in DisplayWidth.Alignment.right })
        let titles = [say("条款", "clause"), say("规则", "rule")]
        table.add(titles + verdicts.map { say($0) }, tone: .muted)
        for rule in rules {
            var cells = [
                TextTable.Cell(text: DataText(rule.clause)),
                TextTable.Cell(text: say(rule.title)),
            ]
            for verdict in verdicts {
                let count = rule.counts[verdict, default: 0]
                let isBroken = verdict == .violated && count > 0
                cells.append(
                    TextTable.Cell(
                        text: count == 0 ? "·" : "\(count)",
                        tone: isBroken ? tone(of: rule.level) : .plain))
            }
            table.add(cells)
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
    }

    /// Writes what became of the files, sheet by sheet; `check` names only those with something lost.
    func writeFiles(to stream: inout ReportStream) {
        let files =
            scope == .everything ? review.files : review.files.filter(Self.hasSomethingLost)
        guard !files.isEmpty else { return }
        writeHeading(
            scope == .everything
                ? say("材料清单", "Account of the files") : say("未全部采用的材料", "Files not read in full"),
            beside: HeaderLines(review: review, say: say).totals, to: &stream)
        var table = TextTable([.left, .left, .left, .right, .right, .right, .left])
        table.add(
            [
                say("文件", "file"), say("格式", "format"), say("读作", "read as"), say("读取", "read"),
                say("未采用", "rejected"), say("略过", "ignored"), "",
            ], tone: .muted)
        for file in files { add(file, to: &table) }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
    }

    /// Writes how many findings there are of each level, and what they are worth.
    func writeSummary(to stream: inout ReportStream) {
        let totals = VerdictCounts(review)
        writeHeading(say("小结", "Summary"), to: &stream)
        // Few packs advise; the others need no column for it.
        let verdicts = Verdict.inSummary.filter { $0 != .advised || totals.count(.advised) > 0 }
        var table = TextTable([.left] + verdicts.map { _ in .right } + [.right, .right])
        table.add(
            [""] + verdicts.map { say($0) }
                + [say("其中已说明", "explained"), say("数据问题", "data")], tone: .muted)
        for level in Level.byWeight {
            var cells = [TextTable.Cell(text: say(level), tone: tone(of: level))]
            cells += verdicts.map { TextTable.Cell(text: "\(totals.count($0, level))") }
            cells.append(TextTable.Cell(text: "\(totals.explained(level))"))
            cells.append(TextTable.Cell(text: "\(totals.dataFindings(level))"))
            table.add(cells)
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
        let ignored = RowTotals(review.files).reasons
        if !ignored.isEmpty {
            let line = say("略过的行：", "ignored rows: ") + reasons(ignored)
            stream.write("  " + pen(line, .muted) + "\n")
        }
        writeConclusion(totals, to: &stream)
    }

    /// Writes what is open, and what keeps the review from being complete.
    func writeConclusion(_ totals: VerdictCounts, to stream: inout ReportStream) {
        let conclusion = conclusion(totals)
        if !conclusion.isEmpty { stream.write("\n" + conclusion + "\n") }
    }

    private func conclusion(_ totals: VerdictCounts) -> MaskedText {
        let open = levelCounts(totals.open)
        let warning = CompletenessWords(review, say).warning.map { pen($0, .mandatory) }
        guard review.hasData else { return warning ?? "" }
        guard !open.isEmpty else {
            return warning ?? pen(say("没有待处理的事项。", "Nothing is open."), .good)
        }
        return (warning.map { $0 + "\n" } ?? "") + pen(say("待处理：\(open)", "open: \(open)"), .strong)
            + pen.clean(say("。", ". "))
            + pen(
                say(
                    "以上是依据所交材料得出的疑点，请核实后认定。",
                    "These follow from the material handed in and are to be verified."), .muted)
    }

    private func add(_ file: FileAccount, to table: inout TextTable) {
        if let reason = file.notRead {
            table.add([
                TextTable.Cell(text: DataText(file.file)),
                TextTable.Cell(text: DataText(file.format)),
                TextTable.Cell(text: say("未读", "not read"), tone: .mandatory),
                TextTable.Cell(text: ""), TextTable.Cell(text: ""), TextTable.Cell(text: ""),
                TextTable.Cell(text: say(reason), tone: .mandatory),
            ])
            return
        }
        for sheet in file.sheets {
            let hidden = sheet.isHidden ? say("（隐藏）", " (hidden)") : ""
            let place = [DataText(file.file), sheet.name.map { DataText($0) + hidden }].compactMap(
                \.self
            )
            .joined(separator: " ▸ ")
            let readAs = say(sheet.readAsTitle) ?? sheet.readAs.map { DataText($0) }
            table.add([
                TextTable.Cell(text: place),
                TextTable.Cell(text: DataText(file.format), tone: .muted),
                TextTable.Cell(
                    text: readAs ?? say("未识别", "not recognised"),
                    tone: readAs == nil ? .verify : .plain),
                TextTable.Cell(text: "\(sheet.rowsRead)"),
                TextTable.Cell(
                    text: "\(sheet.rowsRejected)", tone: sheet.rowsRejected > 0 ? .verify : .plain),
                TextTable.Cell(text: "\(sheet.ignored.reduce(0) { $0 + $1.count })"),
                TextTable.Cell(text: reasons(sheet.ignored), tone: .muted),
            ])
        }
    }

    private func reasons(_ ignored: [FileAccount.Ignored]) -> DataText {
        ignored.map { "\(say($0.reason)) \($0.count)" as DataText }.joined(
            separator: say("、", ", "))
    }

    private static func hasSomethingLost(_ file: FileAccount) -> Bool {
        file.notRead != nil || file.sheets.contains { $0.readAs == nil || $0.rowsRejected > 0 }
    }
}
