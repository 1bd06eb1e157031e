import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension XLSXReport {
    /// Writes a form again in its own layout: a block for each unit, each on a page of its own,
    /// with its line of totals, and a line over all.
    func write(_ form: RefilledForm, to workbook: WorkbookWriter) throws {
        let sheet = try workbook.addSheet(say(form.form.title))
        let headers = [say("序号", "no.")] + form.headers
        sheet.setWidths([6] + widths(of: form, in: workbook))
        sheet.setPaper(isLandscape: true, footer: pageFooter(sheet.name))
        var breaks: [Int] = []
        var room = limit
        for block in form.blocks where room > 0 {
            breaks.append(sheet.rowCount)
            var title = CellStyle.title
            title.alignment = .centre
            sheet.addMerged(.text(form.refill.title, title), columns: headers.count, height: 30)
            if let note = form.refill.note {
                var style = CellStyle.plain
                style.alignment = .centre
                sheet.addMerged(.text(note, style), columns: headers.count)
            }
            if let heading = form.heading(of: block) {
                sheet.addMerged(.text(heading, .plain), columns: headers.count, height: 22)
            }
            sheet.add(headers.map { .text($0, .heading) }, height: 28)
            for (number, row) in block.rows.prefix(room).enumerated() {
                let cells = form.cells(ofRow: row).map { SheetCell.text($0) }
                sheet.add([.number(number + 1, .centred)] + cells)
            }
            room -= block.rows.count
            addTotals(form.totals(of: block), to: sheet, columns: headers.count)
            sheet.skipRow()
        }
        addLeftOut(form.rowCount - limit, to: sheet, columns: headers.count)
        if form.blocks.count > 1 {
            let all = say("全部 \(form.blocks.count) 个单位。", "All \(form.blocks.count) units. ")
            addTotals(all + form.grandTotals, to: sheet, columns: headers.count)
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
    private func widths(of form: RefilledForm, in workbook: WorkbookWriter) -> [Double] {
        var widths = form.headers.map { workbook.redaction.masked($0).width }
        for row in form.blocks.flatMap(\.rows).prefix(200) {
            for (column, text) in form.cells(ofRow: row).enumerated() {
                widths[column] = max(widths[column], workbook.redaction.masked(text).width)
            }
        }
        return widths.map { Double(min(max($0, 6), 34)) + 2 }
    }
}
