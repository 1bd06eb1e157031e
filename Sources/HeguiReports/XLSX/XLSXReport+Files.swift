import HeguiDiagnostics
import HeguiDigests
import HeguiEngine
import HeguiIntake

extension XLSXReport {
    /// Writes what became of every file, sheet by sheet, with its digest.
    func writeFiles(to workbook: WorkbookWriter) throws {
        let columns: [(title: DataText, width: Double)] = [
            (say("文件", "file"), 44), (say("工作表", "sheet"), 16), (say("格式", "format"), 22),
            (say("读作", "read as"), 26), (say("读取", "read"), 8), (say("未采用", "rejected"), 8),
            (say("略过", "ignored"), 8), ("SHA-256", 68),
        ]
        try addTable(say("材料清单", "Files"), columns: columns, to: workbook) { sheet in
            for file in review.files.prefix(limit) {
                for cells in rows(of: file) { sheet.add(cells) }
            }
            addLeftOut(review.files.count - limit, to: sheet, columns: columns.count)
        }
    }

    private func rows(of file: FileAccount) -> [[SheetCell]] {
        let digest = file.digest?.hex ?? ""
        if let reason = file.notRead {
            let why = say("未读：", "not read: ") + say(reason)
            return [
                [
                    .text(file.file), .text(""), .text(file.format), .text(why), .text(""),
                    .text(""), .text(""), .text(digest),
                ]
            ]
        }
        return file.sheets.map { sheet in
            let hidden: DataText = sheet.isHidden ? say("（隐藏）", " (hidden)") : ""
            let readAs = say(sheet.readAsTitle) ?? sheet.readAs.map { DataText($0) }
            return [
                .text(file.file), .text(sheet.name.map { DataText($0) + hidden } ?? ""),
                .text(file.format), .text(readAs ?? say("未识别", "not recognised")),
                .number(sheet.rowsRead), .number(sheet.rowsRejected),
                .number(sheet.ignored.reduce(0) { $0 + $1.count }), .text(digest),
            ]
        }
    }
}
