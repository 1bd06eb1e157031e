package import HeguiDiagnostics

extension Diagnostic {
    /// A diagnostic of this module; `zh` and `en` are the message.
    package init(
        _ code: IntakeCode,
        _ severity: Severity,
        at location: Location,
        zh: String,
        en: String,
        notes: [Message] = [],
        help: Message? = nil
    ) {
        self.init(
            code: code.rawValue,
            severity: severity,
            message: Message(zh: zh, en: en),
            at: location,
            notes: notes,
            help: help
        )
    }
}

extension Message {
    static let saveAsWorkbook = Message(
        zh: "用 WPS 或 Excel 打开，“另存为”.xlsx 后重新放入",
        en: "open it in WPS or Excel, save it as .xlsx and drop that file instead"
    )

    static let saveAsUTF8 = Message(
        zh: "用 WPS 或 Excel 打开原表，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后重新放入",
        en: "open the original table, save it as CSV UTF-8 or .xlsx and drop that file instead"
    )

    static let exportAgain = Message(
        zh: "文件可能在传输中损坏，请重新导出或重新拷贝",
        en: "the file may be damaged: export it or copy it again"
    )
}
