internal import HeguiDiagnostics

/// The rows of a sheet of an old workbook, whose cells may come in any order.
struct OldRows {
    private let limits: IntakeLimits
    private let address: (Int, Int?) -> CellAddress
    /// By number, from 0.
    private var rows: [[RawCell]] = []
    private var hidden: Set<Int> = []
    private(set) var merged: [MergedRange] = []
    private(set) var room: SheetRoom

    init(limits: IntakeLimits, room: SheetRoom, address: @escaping (Int, Int?) -> CellAddress) {
        self.limits = limits
        self.room = room
        self.address = address
    }

    mutating func add(_ cell: RawCell, row: Int) throws(IntakeFailure) {
        guard row <= limits.rows else {
            throw IntakeFailure(.tooManyRows(address(row, nil), limit: limits.rows))
        }
        guard cell.column <= limits.columns else {
            throw IntakeFailure(.tooManyColumns(address(row, nil), limit: limits.columns))
        }
        guard room.takeCells() else {
            throw IntakeFailure(.tooManyRows(address(row, nil), limit: limits.rows))
        }
        // Numbers of rows have two bytes, so this ends.
        while rows.count < row { rows.append([]) }
        rows[row - 1].append(cell)
    }

    mutating func merge(_ block: MergedRange) throws(IntakeFailure) {
        guard room.takeBlock() else {
            let place = address(block.firstRow, block.firstColumn)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        merged.append(block)
    }

    mutating func hide(_ row: Int) {
        hidden.insert(row)
    }

    /// Leaves out the formulas without a result, where those are known to be empty texts.
    mutating func removeUncomputed() {
        for index in rows.indices where rows[index].contains(where: { $0.kind == .uncomputed }) {
            rows[index].removeAll { $0.kind == .uncomputed }
        }
    }

    /// The rows that hold something, from top to bottom; a cell given twice fails with I0212.
    func ordered() throws(IntakeFailure) -> [SheetRow] {
        var ordered: [SheetRow] = []
        for (index, cells) in rows.enumerated() where !cells.isEmpty {
            let number = index + 1
            let cells = cells.sorted { $0.column < $1.column }
            for (left, right) in zip(cells, cells.dropFirst()) where left.column == right.column {
                throw IntakeFailure(.cellMisplaced(address(number, left.column)))
            }
            ordered.append(
                SheetRow(number: number, isHidden: hidden.contains(number), cells: cells))
        }
        return ordered
    }

    /// What is to be said of formulas without results and of hidden rows.
    var diagnostics: [Diagnostic] {
        var uncomputed: (count: Int, first: CellAddress)?
        var unseen: (count: Int, first: Int)?
        for (index, cells) in rows.enumerated() where !cells.isEmpty {
            let open = cells.filter { $0.kind == .uncomputed }
            if let column = open.map(\.column).min() {
                let first = uncomputed?.first ?? address(index + 1, column)
                uncomputed = (open.count + (uncomputed?.count ?? 0), first)
            }
            if hidden.contains(index + 1) {
                unseen = (1 + (unseen?.count ?? 0), unseen?.first ?? index + 1)
            }
        }
        return [
            uncomputed.map { .formulaUncomputed($0.first, count: $0.count) },
            unseen.map { .rowsHidden(address($0.first, nil), count: $0.count) },
        ].compactMap(\.self)
    }
}
