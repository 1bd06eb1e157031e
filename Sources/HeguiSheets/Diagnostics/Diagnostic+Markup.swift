internal import HeguiDiagnostics

// What can be said about spreadsheets in markup.
extension Diagnostic {
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
