internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// Puts findings in order of file, sheet, row, column and code.
struct FindingOrder {
    private struct Place: Hashable {
        let file: String
        let sheet: String?
    }

    private var sheets: [Place: Int] = [:]

    init(_ sheets: [Sheet]) {
        for (index, sheet) in sheets.enumerated() {
            self.sheets[Place(file: sheet.file, sheet: sheet.name)] = index
        }
    }

    func sorted(_ findings: [DataFinding]) -> [DataFinding] {
        findings.sorted { left, right in
            let first = sheets[Place(file: left.cell.file, sheet: left.cell.sheet)] ?? .max
            let second = sheets[Place(file: right.cell.file, sheet: right.cell.sheet)] ?? .max
            if first != second { return first < second }
            if left.cell.row != right.cell.row { return left.cell.row < right.cell.row }
            let columns = (left.cell.column ?? 0, right.cell.column ?? 0)
            if columns.0 != columns.1 { return columns.0 < columns.1 }
            if left.code != right.code { return left.code < right.code }
            return left.message.zh < right.message.zh
        }
    }
}
