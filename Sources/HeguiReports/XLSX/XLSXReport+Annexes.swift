import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension XLSXReport {
    /// Writes an annex again in its own layout: a block for each unit, each on a page of its own,
    /// with its line of totals, and a line over all.
    func write(_ annex: RefilledAnnex, to workbook: WorkbookWriter) throws {
        let sheet = try workbook.addSheet(say(annex.annex.title))
        let headers = [say("序号", "no.")] + annex.headers
        sheet.setWidths([6] + widths(of: annex, in: workbook))
        sheet.setPaper(isLandscape: true, footer: pageFooter(sheet.name))
        var breaks: [Int] = []
        var room = limit
        for block in annex.blocks where room > 0 {
            breaks.append(sheet.rowCount)
            var title = CellStyle.title
            title.alignment = .centre
            sheet.addMerged(.text(annex.refill.title, title), columns: headers.count, height: 30)
            if let note = annex.refill.note {
                var style = CellStyle.plain
                style.alignment = .centre
                sheet.addMerged(.text(note, style), columns: headers.count)
            }
            if let heading = annex.heading(of: block) {
                sheet.addMerged(.text(heading, .plain), columns: headers.count, height: 22)
            }
            sheet.add(headers.map { .text($0, .heading) }, height: 28)
            for (number, row) in block.rows.prefix(room).enumerated() {
                let cells = annex.cells(ofRow: row).map { SheetCell.text($0) }
                sheet.add([.number(number + 1, .centred)] + cells)
            }
            room -= block.rows.count
            addTotals(annex.totals(of: block), to: sheet, columns: headers.count)
            sheet.skipRow()
        }
        addLeftOut(annex.rowCount - limit, to: sheet, columns: headers.count)
        if annex.blocks.count > 1 {
            let all = say("全部 \(annex.blocks.count) 个单位。", "All \(annex.blocks.count) units. ")
            addTotals(all + annex.grandTotals, to: sheet, columns: headers.count)
        }
        sheet.breakPages(before: breaks)
        try sheet.finish()
    }

    private func addTotals(_ line: DataText, to sheet: SheetWriter, columns: Int) {
        guard !line.isEmpty else { return }
        var style = CellStyle.body
        style.isBold = true
        sheet.addMerged(.text(line, style), columns: columns)
    }

    /// Wide enough for what the first rows hold, and no wider than a page bears.
    private func widths(of annex: RefilledAnnex, in workbook: WorkbookWriter) -> [Double] {
        var widths = annex.headers.map { workbook.redaction.masked($0).width }
        for row in annex.blocks.flatMap(\.rows).prefix(200) {
            for (column, text) in annex.cells(ofRow: row).enumerated() {
                widths[column] = max(widths[column], workbook.redaction.masked(text).width)
            }
        }
        return widths.map { Double(min(max($0, 6), 34)) + 2 }
    }
}
