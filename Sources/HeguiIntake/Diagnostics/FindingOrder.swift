internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// Puts findings in order of file, sheet, row, column and code.
struct FindingOrder {
    private var sheets: [CellGrid: Int] = [:]

    init(_ sheets: [Sheet]) {
        for (index, sheet) in sheets.enumerated() { self.sheets[sheet.grid] = index }
    }

    func sorted(_ findings: [DataFinding]) -> [DataFinding] {
        let places = findings.map { sheets[$0.cell.grid] ?? .max }
        return findings.indices.sorted { left, right in
            if places[left] != places[right] { return places[left] < places[right] }
            return isBefore(findings[left], findings[right])
        }.map { findings[$0] }
    }

    private func isBefore(_ left: DataFinding, _ right: DataFinding) -> Bool {
        if left.cell.row != right.cell.row { return left.cell.row < right.cell.row }
        let columns = (left.cell.column ?? 0, right.cell.column ?? 0)
        if columns.0 != columns.1 { return columns.0 < columns.1 }
        if left.code != right.code { return left.code < right.code }
        return left.message.zh < right.message.zh
    }
}
