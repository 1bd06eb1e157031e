internal import HeguiDiagnostics

/// Why a row was left out on purpose.
enum IgnoredRow: Int, Hashable, Comparable {
    case heading, blank, template, total, footer, note, signature, text, unrecognised

    static func < (left: IgnoredRow, right: IgnoredRow) -> Bool { left.rawValue < right.rawValue }

    var reason: Message {
        switch self {
        case .heading: Message(zh: "标题和表头", en: "title and headings")
        case .blank: Message(zh: "空行", en: "blank")
        case .template: Message(zh: "模板中的空行", en: "unused row of the template")
        case .total: Message(zh: "合计行（已核对）", en: "totals (checked)")
        case .footer: Message(zh: "表末汇总（已读取）", en: "footer (read)")
        case .note: Message(zh: "备注和说明", en: "notes")
        case .signature: Message(zh: "签字栏", en: "signatures")
        case .text: Message(zh: "表外文字", en: "text outside the table")
        case .unrecognised: Message(zh: "没有认出的表", en: "table that nothing recognises")
        }
    }
}
