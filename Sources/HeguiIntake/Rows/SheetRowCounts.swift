internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// Counts what became of a sheet's rows.
struct SheetRowCounts {
    var readAs: [(id: String, title: Message)] = []
    var read = 0
    var rejected = 0
    private var ignored: [IgnoredRow: Int] = [:]

    mutating func ignore(_ reason: IgnoredRow, count: Int = 1) {
        if count > 0 { ignored[reason, default: 0] += count }
    }

    /// How many rows were ignored for `reason`.
    func count(_ reason: IgnoredRow) -> Int { ignored[reason, default: 0] }

    func account(of sheet: Sheet) -> FileAccount.Sheet {
        var titles: [(id: String, title: Message)] = []
        for entry in readAs where !titles.contains(where: { $0.id == entry.id }) {
            titles.append(entry)
        }
        let title = Message(
            zh: titles.map(\.title.zh).joined(separator: "、"),
            en: titles.map(\.title.en).joined(separator: ", ")
        )
        return FileAccount.Sheet(
            name: sheet.name, isHidden: sheet.state != .visible,
            readAs: titles.isEmpty ? nil : titles.map(\.id).joined(separator: ","),
            readAsTitle: titles.isEmpty ? nil : title,
            rowsRead: read, rowsRejected: rejected + sheet.cutRows,
            ignored: ignored.sorted { $0.key < $1.key }.map {
                FileAccount.Ignored(reason: $0.key.reason, count: $0.value)
            }
        )
    }
}

/// Why a row was left out on purpose.
enum IgnoredRow: Int, Hashable, Comparable {
    case heading, blank, template, total, footer, note, signature, text, unrecognised
    case reserved, columnNumbers, hint, example, section

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
        case .reserved: Message(zh: "WPS 自用的工作表", en: "a sheet that WPS keeps for itself")
        case .columnNumbers: Message(zh: "栏次行", en: "numbers of columns")
        case .hint: Message(zh: "填写提示", en: "hints for filling in")
        case .example: Message(zh: "示例行", en: "examples")
        case .section: Message(zh: "分段标题", en: "headings of sections")
        case .unrecognised: Message(zh: "没有认出的表", en: "table that nothing recognises")
        }
    }
}
