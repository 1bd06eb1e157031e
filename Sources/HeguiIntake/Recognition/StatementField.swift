/// A field of a waiver or an explanation, and the headings that mean it.
struct StatementField {
    let name: String
    /// The first is the one shown to people.
    let headings: [String]
    var isNeeded = true

    static let explanation = [
        StatementField(name: "rule", headings: ["规则", "规则编号", "rule"]),
        StatementField(name: "subject", headings: ["对象", "subject"]),
        StatementField(name: "text", headings: ["说明", "text", "explanation"]),
        StatementField(name: "author", headings: ["填写人", "author"]),
        StatementField(name: "day", headings: ["日期", "填写日期", "day", "date"]),
    ]

    static let waiver = [
        StatementField(name: "rule", headings: ["规则", "规则编号", "rule"]),
        StatementField(name: "subject", headings: ["对象", "subject"]),
        StatementField(name: "reason", headings: ["理由", "reason"]),
        StatementField(name: "approver", headings: ["批准人", "approver"]),
        StatementField(
            name: "document", headings: ["批准文号", "文号", "document"], isNeeded: false),
        StatementField(name: "day", headings: ["批准日期", "day", "date"]),
        StatementField(name: "expires", headings: ["有效期至", "expires"]),
    ]
}
