import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension XLSXReport {
    /// Writes a sheet with what became of every annex that is to be handed in.
    func writeMaterial(to workbook: WorkbookWriter) throws {
        guard !review.material.isEmpty else { return }
        let words = MaterialWords(say: say)
        let columns: [(title: DataText, width: Double)] = [
            (say("表单", "form"), 28), (say("条款", "clause"), 10), (say("应交者", "due from"), 24),
            (say("情况", "state"), 18), (say("期限", "due"), 12), (say("级别", "level"), 10),
            (say("说明", "finding"), 48), (say("位置", "place"), 44),
        ]
        try addTable(say("应交材料", "Material due"), columns: columns, to: workbook) { sheet in
            for item in review.material.prefix(limit) {
                let level: SheetCell = item.isOpen ? cell(item.level) : .text("")
                sheet.add([
                    .text(say(item.annexTitle)), .text(item.clause ?? ""),
                    .text(SubjectWords(say: say).name(of: item.owner)),
                    .text(words.state(of: item)), .text(item.due.map { "\($0)" } ?? ""), level,
                    .text(say(item.message)), .text(SourceList.text(item.sources, say)),
                ])
            }
            addLeftOut(review.material.count - limit, to: sheet, columns: columns.count)
        }
    }
}
