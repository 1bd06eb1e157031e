internal import HeguiDiagnostics

// What can be said about a workbook from before 2007.
extension Diagnostic {
    static func oldWorkbookDamaged(_ file: String, _ what: OldWorkbookDamage) -> Diagnostic {
        Diagnostic(
            .oldWorkbookDamaged, .error, at: .file(file),
            zh: "旧版工作簿不完整或已损坏：\(what.message.zh)",
            en: "the old workbook is cut short or damaged: \(what.message.en)",
            help: Message(
                zh: "重新拷贝原文件；仍不行的，用 WPS 或 Excel 打开，“另存为”.xlsx 后重新放入",
                en: "copy the file again; if that does not help, open it and save it as .xlsx")
        )
    }

    static func oldTextUndecodable(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .oldTextUndecodable, .error, at: .cell(address),
            zh: "单元格的文字与文件所写的编码不符，读不出来",
            en: "the cell's text is not in the encoding that the file names",
            help: .saveAsWorkbook
        )
    }
}
