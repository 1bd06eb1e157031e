internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// Counts what became of a sheet's rows.
struct SheetTally {
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
