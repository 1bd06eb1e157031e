internal import HeguiDiagnostics

/// A sheet that is put together from the top left to the bottom right, within the limits.
struct SheetDraft {
    private let file: String
    private let name: String
    private let limits: IntakeLimits
    private var rows: [SheetRow] = []
    private var merged: [MergedRange] = []
    private var row = SheetRow(number: 0, cells: [])
    private var uncomputed: (count: Int, first: CellAddress)?
    private var hiddenRows: (count: Int, first: CellAddress)?
    /// What the file may still have.
    private(set) var room: SheetRoom

    init(file: String, name: String, limits: IntakeLimits, room: SheetRoom) {
        self.file = file
        self.name = name
        self.limits = limits
        self.room = room
    }

    /// The number of the row that is open, or that was the last.
    var number: Int { row.number }

    func address(_ row: Int, _ column: Int? = nil) -> CellAddress {
        CellAddress(file: file, sheet: name, row: row, column: column)
    }

    /// Opens a row, which must lie below the one before.
    mutating func startRow(_ number: Int, isHidden: Bool = false) throws(IntakeFailure) {
        guard number > row.number else {
            throw IntakeFailure(.cellMisplaced(address(max(1, number))))
        }
        row = SheetRow(number: number, isHidden: isHidden, cells: [])
    }

    /// Adds a cell, which must lie right of the one before.
    mutating func add(_ cell: RawCell) throws(IntakeFailure) {
        guard cell.column > row.cells.last?.column ?? 0 else {
            throw IntakeFailure(.cellMisplaced(address(row.number, max(1, cell.column))))
        }
        guard cell.column <= limits.columns else {
            throw IntakeFailure(.tooManyColumns(address(row.number), limit: limits.columns))
        }
        try charge(1)
        row.cells.append(cell)
    }

    mutating func merge(_ range: MergedRange) throws(IntakeFailure) {
        try charge(1)
        guard room.takeBlock() else {
            let place = address(range.firstRow, range.firstColumn)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        merged.append(range)
    }

    /// Takes what costs as much as cells do from what the file may have.
    mutating func charge(_ count: Int) throws(IntakeFailure) {
        guard room.takeCells(count) else {
            throw IntakeFailure(.tooManyRows(address(max(1, row.number)), limit: limits.rows))
        }
    }

    /// Closes the open row, which stands `count` times below itself; rows without a cell cost
    /// nothing, however many they are.
    mutating func endRow(repeated count: Int = 1) throws(IntakeFailure) {
        let last = row.number + count - 1
        defer { row = SheetRow(number: last, cells: []) }
        guard !row.cells.isEmpty else { return }
        guard last <= limits.rows else {
            throw IntakeFailure(.tooManyRows(address(limits.rows), limit: limits.rows))
        }
        try charge(row.cells.count * (count - 1))
        note(row, times: count)
        for number in row.number...last {
            rows.append(SheetRow(number: number, isHidden: row.isHidden, cells: row.cells))
        }
    }

    private mutating func note(_ row: SheetRow, times: Int) {
        if row.isHidden {
            hiddenRows = (
                times + (hiddenRows?.count ?? 0), hiddenRows?.first ?? address(row.number)
            )
        }
        for cell in row.cells where cell.kind == .uncomputed {
            let first = uncomputed?.first ?? address(row.number, cell.column)
            uncomputed = (times + (uncomputed?.count ?? 0), first)
        }
    }

    /// What was noticed in the sheet, once it is read.
    var diagnostics: [Diagnostic] {
        var all: [Diagnostic] = []
        if let uncomputed {
            all.append(.formulaUncomputed(uncomputed.first, count: uncomputed.count))
        }
        if let hiddenRows { all.append(.rowsHidden(hiddenRows.first, count: hiddenRows.count)) }
        return all
    }

    func sheet(_ state: Sheet.State = .visible, isDated1904: Bool = false) -> Sheet {
        Sheet(
            file: file, name: name, state: state, rows: rows, merged: MergedCells(merged),
            isDated1904: isDated1904)
    }
}
