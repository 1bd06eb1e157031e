/// A field of a waiver or an explanation, and the headings that mean it.
struct RecordField {
    let name: String
    /// The first is the one shown to people.
    let headings: [String]

    static let explanation = [
        RecordField(name: "rule", headings: ["规则", "规则编号", "rule"]),
        RecordField(name: "subject", headings: ["对象", "subject"]),
        RecordField(name: "text", headings: ["说明", "text", "explanation"]),
        RecordField(name: "author", headings: ["填写人", "author"]),
        RecordField(name: "day", headings: ["日期", "填写日期", "day", "date"]),
    ]

    static let waiver = [
        RecordField(name: "rule", headings: ["规则", "规则编号", "rule"]),
        RecordField(name: "subject", headings: ["对象", "subject"]),
        RecordField(name: "reason", headings: ["理由", "reason"]),
        RecordField(name: "approver", headings: ["批准人", "approver"]),
        RecordField(name: "day", headings: ["批准日期", "day", "date"]),
        RecordField(name: "expires", headings: ["有效期至", "expires"]),
    ]
}
