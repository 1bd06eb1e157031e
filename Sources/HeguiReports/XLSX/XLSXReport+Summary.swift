import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview

extension XLSXReport {
    /// Writes what was reviewed, how much was found, and where each sheet is.
    func writeSummary(_ annexes: [DataText], to workbook: WorkbookWriter) throws {
        let sheet = try workbook.addSheet(say("汇总", "Summary"))
        sheet.setWidths([16, 12, 12, 12, 12, 12, 12, 12, 12, 12])
        sheet.setPaper(isLandscape: true, footer: pageFooter(sheet.name))
        sheet.add([.text(say(review.pack.title), .title)], height: 30)
        let caution = say(
            "以下是依据所交材料得出的疑点，请核实后认定；未经核实，不作为结论使用。",
            "What follows is drawn from the material handed in and is to be verified.")
        sheet.add([.text(caution, .muted)])
        if let warning = CompletenessWords(review, say).warning {
            sheet.add([.text(warning, .heading)])
        }
        sheet.skipRow()
        for (name, value) in origin {
            sheet.add([.text(name, .muted), .text(value, .plain)])
        }
        sheet.skipRow()
        writeCounts(to: sheet)
        sheet.skipRow()
        writeContents(annexes, to: sheet)
        try sheet.finish()
    }

    private var origin: [(DataText, DataText)] {
        let lines = HeaderLines(review: review, say: say)
        let pack = review.pack
        var rows: [(DataText, DataText)] = [
            (say("依据", "Source"), lines.document), (say("截至", "As of"), lines.asOf),
            (say("材料", "Material"), lines.totals),
            (say("判断", "Judged"), CompletenessWords(review, say).headline),
            (say("规则包", "Rule pack"), "\(pack.id) \(pack.version)"),
        ]
        if let digest = provenance.packDigest { rows.append(("SHA-256", DataText(digest.hex))) }
        if !pack.revealed.isEmpty {
            let columns = pack.revealed.map { "\($0)" as DataText }.joined(
                separator: say("、", ", "))
            rows.append((say("未遮盖的列", "Columns shown unmasked"), columns))
        }
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            rows.append((say("参数", "Parameter"), lines.override(parameter)))
        }
        if !provenance.only.isEmpty {
            let words = provenance.only.map { DataText($0) }.joined(separator: say("、", ", "))
            rows.append((say("仅显示", "Only"), words))
        }
        if !provenance.waivers.isEmpty {
            let files = provenance.waivers.map { DataText($0) }.joined(separator: say("、", ", "))
            rows.append((say("豁免文件", "Waivers"), files))
        }
        rows.append((say("工作日历", "Calendar"), DataText(pack.calendarName)))
        if let digest = provenance.calendarDigest { rows.append(("SHA-256", DataText(digest.hex))) }
        if let configuration = provenance.configuration {
            rows.append((say("配置文件", "Configuration"), configuration.words(say)))
        }
        rows.append((say("引擎", "Engine"), "hegui \(provenance.engineVersion)"))
        return rows
    }

    /// A row for each level and a column for each verdict.
    private func writeCounts(to sheet: SheetWriter) {
        let totals = digest.totals
        let verdicts = Verdict.inSummary.filter { $0 != .advised || totals.count(.advised) > 0 }
        let titles =
            [say("级别", "level")] + verdicts.map { say($0) }
            + [say("其中已说明", "explained"), say("数据问题", "data")]
        sheet.add(titles.map { .text($0, .heading) })
        for level in Level.byWeight {
            sheet.add(
                [cell(level)] + verdicts.map { .number(totals.count($0, level)) }
                    + [.number(totals.explained(level)), .number(totals.dataFindings(level))])
        }
        let sums =
            verdicts.map { totals.count($0) } + [
                Level.allCases.reduce(0) { $0 + totals.explained($1) },
                Level.allCases.reduce(0) { $0 + totals.dataFindings($1) },
            ]
        var style = CellStyle.number
        style.isBold = true
        sheet.add(
            [.text(say("合计", "total"), .heading)] + sums.map { .number($0, style) })
    }

    private func writeContents(_ annexes: [DataText], to sheet: SheetWriter) {
        sheet.add([.text(say("工作表", "Sheets"), .heading)])
        var names: [(DataText, Bool)] = [
            (say("应交材料", "Material due"), !review.material.isEmpty),
            (say("单位排名", "Ranking"), !digest.rankings.isEmpty),
            (
                say("评优资格", "Awards"),
                !review.standings.isEmpty || !review.unmatchedNominations.isEmpty
            ),
            (say("问题清单", "Findings"), true),
            (say("其他事项", "Other outcomes"), !digest.others.isEmpty),
            (say("数据问题", "Data"), !review.dataFindings.isEmpty),
            (noticesTitle, !review.diagnostics.isEmpty),
        ]
        names += annexes.map { ($0, true) }
        names.append((say("条款对照", "Clauses"), true))
        names.append((say("材料清单", "Files"), true))
        for (name, isThere) in names where isThere {
            sheet.add([.link(name, to: "'\(name.doublingQuotes)'!A1")])
        }
    }
}
