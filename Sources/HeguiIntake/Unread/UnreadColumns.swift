internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Columns with a heading that nothing reads.
struct UnreadColumns {
    let sheet: Sheet
    let table: FoundTable

    func report(to drafts: inout DraftTables) {
        let known = Set(table.columns.compactMap { $0 })
        var headings: [(column: Int, text: String)] = []
        for row in sheet.rows[table.header] {
            for cell in row.cells
            where !known.contains(cell.column) && !Self.isRunningNumber(cell.text) {
                headings.append((cell.column, cell.text.compact))
            }
        }
        let isMerged = table.header.count > 1
        guard let first = headings.first, !isMerged else { return }
        let texts = headings.map(\.text).filter { $0.count <= 20 }
        let list = texts.joined(separator: "、")
        drafts.report(
            DataFinding(
                .columnsUnread, .hint, zh: "这些列没有读取：\(list)",
                en: "columns that are not read: \(list)",
                at: sheet.address(
                    row: sheet.rows[table.header.lowerBound].number, column: first.column
                )
            )
        )
    }

    private static func isRunningNumber(_ heading: String) -> Bool {
        ["序号", "序", "编号", "no.", "no", "#", "备注"].contains(HeadingText.key(heading))
            || heading.compact.isEmpty
    }
}
