import HeguiDiagnostics
import HeguiReview

extension XLSXReport {
    /// What is said of files, waivers and explanations, and of requests to be excused.
    var noticesTitle: DataText { say("文件和说明的提示", "Notices") }

    /// Writes what is said of files, waivers and explanations.
    func writeNotices(to workbook: WorkbookWriter) throws {
        let notices = review.diagnostics
        guard !notices.isEmpty else { return }
        let columns: [(title: DataText, width: Double)] = [
            (say("代码", "code"), 9), (say("位置", "place"), 40), (say("内容", "notice"), 60),
            (say("办理要求", "what to do"), 46),
        ]
        try addTable(noticesTitle, columns: columns, to: workbook) { sheet in
            for notice in notices.prefix(limit) {
                sheet.add([
                    .text(notice.code, .centred), .text(say(notice.location) ?? ""),
                    .text(say(notice.message)), .text(say(notice.help) ?? ""),
                ])
            }
            addLeftOut(notices.count - limit, to: sheet, columns: columns.count)
        }
    }
}
