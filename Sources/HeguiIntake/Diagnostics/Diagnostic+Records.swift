internal import HeguiDiagnostics
internal import HeguiYAML

// What can be said about waivers and explanations.
extension Diagnostic {
    static func recordFieldMissing(_ name: String, at location: Location) -> Diagnostic {
        let field = (RecordField.waiver + RecordField.explanation).first { $0.name == name }
        let title = field?.headings.first ?? name
        return Diagnostic(
            .recordFieldMissing, .error, at: location,
            zh: "缺少“\(title)”（\(name)），本条未采用", en: "`\(name)` is missing; the record is not used"
        )
    }

    static func recordDayUnreadable(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .recordDayUnreadable, .error, at: location,
            zh: "“\(name)”不是确定的一天，本条未采用",
            en: "`\(name)` is not a single day; the record is not used",
            help: Message(zh: "写成 2013-12-20", en: "write it like 2013-12-20")
        )
    }

    static func recordKeyUnknown(_ key: Scalar, among known: [String]) -> Diagnostic {
        let hint = NearestName.suggestion(for: key.text, among: known)
        return Diagnostic(
            .recordKeyUnknown, .error, at: .text(key.span),
            zh: "没有“\(key.text)”这一项", en: "there is no field `\(key.text)`",
            help: hint.map { Message(zh: "是否指 `\($0)`？", en: "did you mean `\($0)`?") }
        )
    }

    static func recordsNotAList(_ node: Node) -> Diagnostic {
        Diagnostic(
            .recordsNotAList, .error, at: .text(node.span),
            zh: "这里应是由多条记录组成的列表，而不是\(node.kind.zh)",
            en: "here a list of records is expected, not \(node.kind.en)"
        )
    }
}
