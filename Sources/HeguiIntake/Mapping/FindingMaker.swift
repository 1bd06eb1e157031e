internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Words findings about cells; never quotes what a personal column holds.
struct FindingMaker {
    let dataset: Dataset

    /// The finding for a problem of reading `column` at a cell.
    func finding(
        _ problem: ParsedDatum.Problem, of column: Column, in cell: RawCell?,
        at address: CellAddress
    ) -> DataFinding {
        let title = column.title.message
        switch problem {
        case .unreadable(let reason):
            return DataFinding(
                .valueUnreadable, .verify, zh: "“\(title.zh)”无法识读：\(reason.zh)",
                en: "`\(title.en)` cannot be read: \(reason.en)", at: address,
                dataset: dataset.name, help: FindingMaker.help(column)
            )
        case .ambiguous(let reason):
            return DataFinding(
                .valueAmbiguous, .verify, zh: "“\(title.zh)”不能确定：\(reason.zh)",
                en: "`\(title.en)` is ambiguous: \(reason.en)", at: address,
                dataset: dataset.name, help: FindingMaker.help(column)
            )
        case .implausible(let reason):
            return DataFinding(
                .dayImplausible, .verify, zh: "“\(title.zh)”的日期不可能，按不明处理：\(reason.zh)",
                en: "the day of `\(title.en)` cannot be meant and counts as unknown: \(reason.en)",
                at: address, dataset: dataset.name, help: FindingMaker.help(column)
            )
        case .tooLong(let limit):
            let reason = CellLength.reason(limit)
            return DataFinding(
                .cellTooLong, .verify, zh: "“\(title.zh)”\(reason.zh)",
                en: "`\(title.en)`: \(reason.en)", at: address, dataset: dataset.name,
                help: FindingMaker.shorten)
        case .unknownWord:
            let word = column.personal == nil ? cell?.text.foldedWidth.trimmed ?? "" : ""
            let shown = word.isEmpty || word.count > 20 ? "" : "“\(word)”"
            return DataFinding(
                .wordUnknown, .verify, zh: "“\(title.zh)”\(shown)不在可选范围内",
                en: "`\(title.en)` \(shown)is not one of the words allowed", at: address,
                dataset: dataset.name, help: FindingMaker.help(column)
            )
        }
    }

    /// The finding for a cell that must not be empty.
    func requiredEmpty(_ column: Column, level: Level, at address: CellAddress) -> DataFinding {
        DataFinding(
            .requiredEmpty, level, zh: "“\(column.title.message.zh)”没有填写",
            en: "`\(column.title.message.en)` is empty", at: address, dataset: dataset.name
        )
    }

    static let shorten = Message(
        zh: "检查是否误粘贴了内容，缩短后重新放入", en: "look for text pasted by mistake, and shorten it")

    private static func help(_ column: Column) -> Message? {
        switch column.type {
        case .day: Message(zh: "写成 2013-01-04 或 2013年1月4日", en: "write it like 2013-01-04")
        case .month: Message(zh: "写成 2013-01 或 2013年1月", en: "write it like 2013-01")
        case .period: Message(zh: "写成 2013年上半年", en: "write it like 2013H1")
        case .integer: Message(zh: "只写整数", en: "write a whole number only")
        case .number:
            Message(
                zh: "只写数字，小数不超过\(column.decimals ?? 2)位",
                en: "write a number of at most \(column.decimals ?? 2) decimals")
        case .boolean: Message(zh: "写“是”或“否”", en: "write yes or no")
        case .phone: Message(zh: "写完整的号码", en: "write the whole number")
        case .idNumber:
            Message(zh: "单元格设为文本格式后写 18 位", en: "write 18 digits in a text cell")
        case .enumeration:
            Message(
                zh: "可写："
                    + column.values.map { $0.spellings.first ?? $0.name }
                    .joined(separator: "、"),
                en: "one of: " + column.values.map(\.name).joined(separator: ", ")
            )
        default: nil
        }
    }
}
