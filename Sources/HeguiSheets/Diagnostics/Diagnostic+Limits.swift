package import HeguiDiagnostics

// What can be said about files and sheets that no spreadsheet program writes.
extension Diagnostic {
    /// `signal` is the one that ended the reader; nil where it could not read the file by itself.
    package static func fileEndsReader(_ file: String, signal: Int?) -> Diagnostic {
        let how = signal.map {
            Message(zh: "程序异常终止（信号 \($0)）", en: "the program died (signal \($0))")
        }
        let reason = how ?? Message(zh: "没有读成", en: "it could not be read")
        return Diagnostic(
            .fileEndsReader, .error, at: .file(file),
            zh: "单独试读这个文件时\(reason.zh)，未读取，其余材料照常审查",
            en: "when the file was tried by itself, \(reason.en); it is not read, the others are",
            help: Message(
                zh: "用 WPS 或 Excel 另存为新文件后重新放入，并把原文件的样子报告给开发者",
                en: "save it as a new file in WPS or Excel, and report what kind of file it is"))
    }

    static func tooManySheets(_ file: String, _ count: Int, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManySheets, .error, at: .file(file),
            zh: "工作簿有 \(count) 张工作表，超过 \(limit) 张的上限，未读取",
            en: "has \(count) sheets, more than \(limit), and is not read",
            help: Message(zh: "按单位拆成几个文件后重新放入", en: "split it by unit into several files"))
    }

    static func tooManyBlocks(_ address: CellAddress, limit: Int) -> Diagnostic {
        Diagnostic(
            .tooManyBlocks, .error, at: .cell(address),
            zh: "合并单元格超过 \(limit) 处的上限，文件未读取",
            en: "the file has more than \(limit) blocks of merged cells and is not read",
            help: Message(
                zh: "取消不必要的合并，或按单位拆成几个文件后重新放入",
                en: "undo merges that are not needed, or split it by unit into several files"))
    }

    static func sheetNameTooLong(_ file: String, sheet: String, limit: Int) -> Diagnostic {
        Diagnostic(
            .sheetNameTooLong, .warning, at: .file(file),
            zh: "一张工作表的名称超过 \(limit) 个字，按“\(sheet)”显示，照常读取",
            en: "the name of a sheet is longer than \(limit) characters; it is read as `\(sheet)`",
            help: Message(zh: "在 WPS 或 Excel 中改短名称", en: "rename it in WPS or Excel"))
    }

    static func sheetRepeated(_ file: String, sheet: String, first: String) -> Diagnostic {
        Diagnostic(
            .sheetRepeated, .warning, at: .file(file),
            zh: "工作表“\(sheet)”与“\(first)”是文件中的同一内容，只读取一次",
            en: "the sheet `\(sheet)` is the same part as `\(first)`, which is read once",
            help: .saveAsWorkbook)
    }
}
