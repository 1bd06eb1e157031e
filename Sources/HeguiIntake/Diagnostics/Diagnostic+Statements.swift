internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables
internal import HeguiYAML

// What can be said about waivers and explanations.
extension Diagnostic {
    static func statementFieldMissing(_ name: String, at location: Location) -> Diagnostic {
        let field = (StatementField.waiver + StatementField.explanation).first { $0.name == name }
        let title = field?.headings.first ?? name
        return Diagnostic(
            .statementFieldMissing, .error, at: location,
            zh: "缺少“\(title)”（\(name)），本条未采用", en: "`\(name)` is missing; the record is not used"
        )
    }

    static func statementDayUnreadable(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .statementDayUnreadable, .error, at: location,
            zh: "“\(name)”不是确定的一天，本条未采用",
            en: "`\(name)` is not a single day; the record is not used",
            help: Message(zh: "写成 2013-12-20", en: "write it like 2013-12-20")
        )
    }

    static func statementKeyUnknown(_ key: Scalar, among known: [String]) -> Diagnostic {
        let hint = NearestName.suggestion(for: key.text, among: known)
        return Diagnostic(
            .statementKeyUnknown, .error, at: .text(key.span),
            zh: "没有“\(key.text)”这一项", en: "there is no field `\(key.text)`",
            help: hint.map { Message(zh: "是否指 `\($0)`？", en: "did you mean `\($0)`?") }
        )
    }

    static func statementsNotAList(_ node: Node) -> Diagnostic {
        Diagnostic(
            .statementsNotAList, .error, at: .text(node.span),
            zh: "这里应是由多条记录组成的列表，而不是\(node.kind.zh)",
            en: "here a list of records is expected, not \(node.kind.en)"
        )
    }

    static func waiverEndsBeforeItBegins(at location: Location) -> Diagnostic {
        Diagnostic(
            .waiverEndsBeforeItBegins, .error, at: location,
            zh: "有效期至早于批准日期，本条未采用",
            en: "`expires` lies before `day`; the record is not used"
        )
    }

    static func waiverRequested(_ waiver: Waiver) -> Diagnostic {
        let (rule, subject) = (quote(waiver.rule), quote(waiver.subject))
        let approver = quote(waiver.approver)
        return Diagnostic(
            .waiverRequested, .warning, at: waiver.location,
            zh: "申请豁免，未采信：规则 `\(rule)`，对象“\(subject)”，所写批准人“\(approver)”",
            en:
                "a waiver is asked for and not taken: rule `\(rule)`, subject “\(subject)”, "
                + "approver as written “\(approver)”",
            help: Message(
                zh: "材料里的豁免只是申请；确已批准的，审查人用 --waivers 指明文件",
                en: "in the drop it is a request; if it was approved, name the file with --waivers")
        )
    }

    /// The beginning of what people wrote, in one line.
    private static func quote(_ text: String) -> String {
        ShownText.beginning(of: text, upTo: 40)
    }

    static func notAWaiverFile(_ file: String, _ reason: Message) -> Diagnostic {
        Diagnostic(
            .notAWaiverFile, .error, at: .file(file),
            zh: "不是豁免文件：\(reason.zh)", en: "no file of waivers: \(reason.en)",
            help: Message(
                zh: "另写一个文件，如 --file waivers.yaml",
                en: "name another file, such as --file waivers.yaml")
        )
    }

    static func waiverNotInsertable(_ file: String, entry: String) -> Diagnostic {
        Diagnostic(
            .waiverNotInsertable, .error, at: .file(file),
            zh: "文件的写法不便插入，未改动", en: "nothing can be inserted into the file; it is unchanged",
            help: Message(
                zh: "请在 waivers 下手工加上：- \(entry)", en: "add by hand below waivers: - \(entry)")
        )
    }
}
