internal import HeguiPack
internal import HeguiSheets

/// Whether what stands below a heading may be what a field holds.
struct ColumnContents {
    let sheet: Sheet

    /// The cells that are looked at.
    private static let sample = 40
    /// The rows among which they stand, no more than are looked at of a large file.
    private static let reach = 70

    /// Whether anything stands in a column below a row.
    func hasAny(column: Int, below row: Int) -> Bool { !cells(of: column, below: row).isEmpty }

    /// Returns whether the cells of a column below a row contradict a type; nothing contradicts a
    /// column without cells.
    func contradict(_ type: ColumnType, column: Int, below row: Int) -> Bool {
        let cells = cells(of: column, below: row)
        guard !cells.isEmpty else { return false }
        let fitting = cells.count { fits($0, type) }
        return fitting * 2 < cells.count
    }

    private func cells(of column: Int, below row: Int) -> [RawCell] {
        var cells: [RawCell] = []
        for below in sheet.rows[row...].prefix(Self.reach)
        where below.number > sheet.rows[row].number {
            guard cells.count < Self.sample else { break }
            guard let cell = below.cell(column: column), case .written = CellWriting(cell) else {
                continue
            }
            cells.append(cell)
        }
        return cells
    }

    private func fits(_ cell: RawCell, _ type: ColumnType) -> Bool {
        switch type {
        case .name: NameReader.read(cell).value.map { isName($0.text) } ?? false
        case .day, .month, .period: isDay(cell)
        case .integer, .number: NumberReader.read(cell, decimals: 4).value != nil
        case .phone: PhoneReader.read(cell).value != nil
        case .idNumber: IDNumberReader.read(cell).value != nil
        case .organisation, .list: !isDay(cell) && Int64(cell.text.compact) == nil
        case .events: Int64(cell.text.compact) == nil
        case .text, .boolean, .enumeration, .ticks: true
        }
    }

    private func isName(_ text: String) -> Bool {
        (2...15).contains(text.count) && !text.utf8.contains { (0x30...0x39).contains($0) }
            && !["社区", "单位", "局", "公司"].contains { text.hasSuffix($0) }
    }

    private func isDay(_ cell: RawCell) -> Bool {
        switch sheet.days(year: 2000).read(cell) {
        case .value, .ambiguous: true
        case .absent, .sameAsAbove, .unreadable: false
        }
    }
}
