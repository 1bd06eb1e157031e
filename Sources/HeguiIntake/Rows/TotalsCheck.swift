internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Compares rows of totals (合计, 小计) with the sums of the rows above them.
struct TotalsCheck {
    struct Column {
        /// The sheet's column.
        let place: Int
        let title: String
    }

    private let sheet: Sheet
    private let columns: [Column]
    /// By column: the sum since the last total, and of all rows; nil where a cell is unreadable.
    private var parts: [Int64?]
    private var wholes: [Int64?]
    /// Rows that are not added up yet; most tables have no total for which that would be needed.
    private var pending: [SheetRow] = []

    init(sheet: Sheet, columns: [Column]) {
        self.sheet = sheet
        self.columns = columns
        parts = columns.map { _ in 0 }
        wholes = parts
    }

    mutating func add(_ row: SheetRow) {
        if !columns.isEmpty { pending.append(row) }
    }

    private mutating func addUp(_ row: SheetRow) {
        for (index, column) in columns.enumerated() {
            switch IntegerReader.read(row.cell(column: column.place)) {
            case .value(let value, _):
                parts[index] = parts[index].map { $0 &+ value }
                wholes[index] = wholes[index].map { $0 &+ value }
            case .absent: break
            default:
                parts[index] = nil
                wholes[index] = nil
            }
        }
    }

    /// Returns a finding for each column whose total is neither that of the rows since the last
    /// total nor that of all rows.
    mutating func compare(_ row: SheetRow) -> [DataFinding] {
        pending.forEach { addUp($0) }
        pending = []
        var findings: [DataFinding] = []
        for (index, column) in columns.enumerated() {
            guard let stated = IntegerReader.read(row.cell(column: column.place)).value,
                let part = parts[index], let whole = wholes[index], stated != part, stated != whole
            else { continue }
            findings.append(
                DataFinding(
                    .totalDiffers, .verify, zh: "“\(column.title)”合计为 \(stated)，各行相加为 \(whole)",
                    en: "the total of `\(column.title)` is \(stated), its rows add up to \(whole)",
                    at: sheet.address(row: row.number, column: column.place)
                )
            )
        }
        parts = columns.map { _ in 0 }
        return findings
    }
}
