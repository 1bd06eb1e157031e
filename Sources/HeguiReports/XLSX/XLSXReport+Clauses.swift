import HeguiDiagnostics
import HeguiDigests
import HeguiPack
import HeguiReview
import HeguiTables

extension XLSXReport {
    /// Writes every clause with its words, how it is checked and what came of it.
    func writeClauses(_ clauses: ClauseRows, to workbook: WorkbookWriter) throws {
        let summaries = Dictionary(grouping: review.rules, by: \.clause)
        let verdicts: [Verdict] = [.violated, .waived, .pending, .undetermined, .met]
        let columns: [(title: DataText, width: Double)] =
            [
                (say("条款", "clause"), 10), (say("原文", "words"), 60),
                (say("怎样检查", "checked by"), 50),
            ] + verdicts.map { (say($0), 10) }
        let checks = ClauseChecks(review.pack, say)
        try addTable(clauses.sheet, columns: columns, to: workbook) { sheet in
            for clause in review.pack.clauses {
                let own = summaries[clause.id] ?? []
                let counts = verdicts.map { verdict -> SheetCell in
                    guard !own.isEmpty else { return .text("") }
                    return .number(own.reduce(0) { $0 + $1.counts[verdict, default: 0] })
                }
                sheet.add(
                    [
                        .text(clause.id), .text(clause.quote.oneLine),
                        .text(checks.text(of: clause)),
                    ] + counts)
            }
        }
    }
}

/// Where each clause stands in the sheet of clauses, so that other sheets lead there.
struct ClauseRows {
    let sheet: DataText
    private let rows: [String: Int]

    init(_ pack: Pack, sheet: DataText) {
        self.sheet = sheet
        rows = Dictionary(
            pack.clauses.enumerated().map { ($0.element.id, $0.offset + 2) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The clause's number, leading to its words.
    func cell(_ clause: String) -> SheetCell {
        .link(DataText(clause), to: rows[clause].map { "'\(sheet)'!A\($0)" })
    }
}

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
