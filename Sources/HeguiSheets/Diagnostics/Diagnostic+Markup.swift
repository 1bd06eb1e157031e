internal import HeguiDiagnostics

// What can be said about spreadsheets in markup: web pages, XML and OpenDocument.
extension Diagnostic {
    /// The name says something else; `what` is what the file is.
    static func markupRead(_ file: String, what: Message) -> Diagnostic {
        Diagnostic(
            .markupRead, .note, at: .file(file),
            zh: "内容是\(what.zh)，按其中的表格读取", en: "holds \(what.en); the tables in it are read")
    }

    static func pageDamaged(_ file: String) -> Diagnostic {
        Diagnostic(
            .pageDamaged, .error, at: .file(file),
            zh: "网页中有一个标记太长，或者属性太多、引号没有配对，未读取",
            en: "a tag of the page is too long, has too many attributes or a quote left open",
            help: .saveAsWorkbook)
    }

    /// The page ends before its table does, behind the row of `address`.
    static func pageCut(_ address: CellAddress) -> Diagnostic {
        Diagnostic(
            .pageDamaged, .error, at: .cell(address),
            zh: "网页在表格中间中断，之前各行照常读取，之后可能还有",
            en: "the page ends inside the table; the rows before are read, and there may be more",
            help: .exportAgain)
    }

    static func pageOfFrames(_ file: String) -> Diagnostic {
        Diagnostic(
            .pageOfFrames, .error, at: .file(file),
            zh: "网页只有框架，各工作表存在另外的文件夹里，未读取",
            en: "the page holds frames only; its sheets stand in a folder beside it",
            help: .saveAsWorkbook)
    }

    static func openDocumentText(_ file: String) -> Diagnostic {
        Diagnostic(
            .openDocumentText, .error, at: .file(file),
            zh: "是 OpenDocument 文本文档（.odt），不是表格，未读取",
            en: "is a text document of OpenDocument (.odt), not a spreadsheet, and is not read",
            help: Message(
                zh: "用 WPS 或 Word 打开，“另存为”.docx 后重新放入",
                en: "open it in WPS or Word, save it as .docx and drop that file instead"))
    }
}
