internal import HeguiDiagnostics
internal import HeguiSheets

/// How wide the records of a file are written, for those that differ from most.
struct RecordWidths {
    /// The headings' width.
    private let common: Int
    private var regular: Int
    private var others: [Int: (count: Int, firstRow: Int)] = [:]
    private var ragged: [Int: (count: Int, firstRow: Int)] = [:]

    init(common: Int, headings: SheetRow) {
        self.common = common
        regular = 1
    }

    mutating func addRegular(_ count: Int) { regular += count }

    mutating func add(written: Int, _ row: SheetRow) {
        if written == common {
            regular += 1
        } else {
            others[written] = Self.counted(others[written], row)
        }
        let filled = row.cells.last?.column ?? 0
        if written > 1, written < common || filled > common {
            ragged[written] = Self.counted(ragged[written], row)
        }
    }

    private static func counted(
        _ known: (count: Int, firstRow: Int)?, _ row: SheetRow
    ) -> (count: Int, firstRow: Int) {
        (1 + (known?.count ?? 0), min(known?.firstRow ?? .max, row.number))
    }

    /// Whether most records are as wide as the headings.
    var isCommon: Bool { others.allSatisfy { $0.value.count < regular } }

    func diagnostics(file: String) -> [Diagnostic] {
        guard common > 1 else { return [] }
        return ragged.sorted { $0.value.firstRow < $1.value.firstRow }.map { width, seen in
            .rowRagged(
                CellAddress(file: file, row: seen.firstRow), fields: width, expected: common,
                others: seen.count - 1)
        }
    }
}
