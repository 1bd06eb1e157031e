internal import HeguiDiagnostics

// What can be said about a text document.
extension Diagnostic {
    /// `isAll` says that there is no other table in the document.
    static func documentEmbedded(_ file: String, count: Int, isAll: Bool) -> Diagnostic {
        Diagnostic(
            .documentEmbedded, isAll ? .error : .warning, at: .file(file),
            zh: "文档里嵌有 \(count) 个表格或文件对象，对象里的内容没有读取" + (isAll ? "，文档里没有别的表格" : ""),
            en: "holds \(count) embedded workbook(s) or file(s), which are not read"
                + (isAll ? "; there is no other table in it" : ""),
            help: Message(
                zh: "双击打开对象，另存为 .xlsx 或 .docx 后单独放入",
                en: "open the object, save it as a file of its own and drop that too"))
    }

    static func documentTextHidden(_ file: String, count: Int) -> Diagnostic {
        Diagnostic(
            .documentTextHidden, .warning, at: .file(file),
            zh: "有 \(count) 段文字设为隐藏，没有读取",
            en: "\(count) piece(s) of text are hidden and are not read",
            help: Message(
                zh: "如应计入，在 Word 中取消“隐藏文字”后保存",
                en: "if they are to count, take off the font's mark `Hidden` in Word and save"))
    }

    static func tableTypedWithTabs(_ file: String) -> Diagnostic {
        Diagnostic(
            .tableTypedWithTabs, .error, at: .file(file),
            zh: "各列是用制表符排出来的，不是表格，列与列对不准，未读取",
            en: "its columns are typed with tabs and are no table; which is which cannot be told",
            help: Message(
                zh: "在 Word 中选中这些行，用“插入 ▸ 表格 ▸ 文本转换成表格”转成表格后保存，或录入 .xlsx",
                en:
                    "turn the lines into a table in Word (Insert ▸ Table), or put them into an .xlsx"
            ))
    }

    static func tooManyTables(_ file: String, _ count: Int, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyTables, .error, at: .file(file),
            zh: "文档有 \(count) 个表格，超过 \(limit) 个的上限，未读取",
            en: "has \(count) tables, more than \(limit), and is not read",
            help: .saveDocumentAnew)
    }
}

extension Message {
    static let saveDocumentAnew = Message(
        zh: "用 Word 或 WPS 打开，“另存为”新的 .docx 后重新放入；打不开的，请报送单位重新发送",
        en:
            "open it in Word or WPS and save it as a new .docx; if it does not open, ask for it again"
    )
}
