internal import HeguiDiagnostics

/// A table of a web page while it is read: rows and cells find their places as browsers do.
struct WebTable {
    let isHidden: Bool
    /// What the page or the program that wrote it calls the table.
    var name: String?
    /// Whether the open group of rows is hidden.
    var isGroupHidden = false
    /// Whether the page ended inside the table.
    var isCut = false
    private let file: String
    /// What the table is called until all are known.
    private let title: String
    private let limits: IntakeLimits
    private(set) var rows: [SheetRow] = []
    private var merged: [MergedRange] = []
    private var isDated1904 = false
    private var outOfRange: [(row: Int, column: Int)] = []
    private var number = 0
    private var row: SheetRow?
    private var cell: WebCell?
    private var column = 0
    /// For each column the last row that a cell from above reaches down to.
    private var reach: [Int] = []

    init(file: String, title: String, isHidden: Bool, limits: IntakeLimits) {
        self.file = file
        self.title = title
        self.isHidden = isHidden
        self.limits = limits
    }

    var hasCell: Bool { cell != nil }

    /// Whether there was a row yet.
    var isBegun: Bool { row != nil || number > 0 }

    /// Whether the table only sets out what stands in the cell around it: it has one row or column.
    var isLayout: Bool {
        rows.count <= 1 || rows.allSatisfy { $0.cells.allSatisfy { $0.column == 1 } }
    }

    /// The text of all cells, row by row.
    var text: String {
        rows.map { $0.cells.map(\.text).joined(separator: " ") }.joined(separator: "\n")
    }

    /// Changes the text of the open cell.
    mutating func write(_ body: (inout FlowText) -> Void) {
        guard var open = cell else { return }
        // One owner, so that the text is not copied.
        cell = nil
        body(&open.text)
        cell = open
    }

    /// Adds a row of one cell for a line of text that stands above or below the table.
    mutating func addLine(_ line: String, _ room: inout SheetRoom) throws(IntakeFailure) {
        try startRow(isHidden: false, &room)
        try charge(1, &room)
        row?.cells.append(RawCell(column: 1, text: line))
        try endRow(&room)
    }

    mutating func startRow(isHidden: Bool, _ room: inout SheetRoom) throws(IntakeFailure) {
        try endRow(&room)
        number += 1
        guard number <= limits.rows else {
            throw IntakeFailure(.tooManyRows(address(limits.rows), limit: limits.rows))
        }
        row = SheetRow(number: number, isHidden: isHidden || isGroupHidden, cells: [])
        column = 0
    }

    mutating func endRow(_ room: inout SheetRoom) throws(IntakeFailure) {
        try endCell(&room)
        if let row, !row.cells.isEmpty { rows.append(row) }
        row = nil
    }

    mutating func startCell(_ cell: WebCell, _ room: inout SheetRoom) throws(IntakeFailure) {
        try endCell(&room)
        if row == nil { try startRow(isHidden: false, &room) }
        column += 1
        while column <= reach.count, reach[column - 1] >= number {
            column += 1
            try charge(1, &room)
        }
        guard column <= limits.columns else {
            throw IntakeFailure(.tooManyColumns(address(number), limit: limits.columns))
        }
        self.cell = cell
    }

    mutating func endCell(_ room: inout SheetRoom) throws(IntakeFailure) {
        guard let cell else { return }
        self.cell = nil
        guard !cell.text.content.isTooLong else {
            throw IntakeFailure(.cellTooLong(address(number, column), limit: limits.cellLength))
        }
        let first = column
        column = min(first + cell.columns - 1, limits.columns)
        if let found = cell.reading(first) {
            try charge(1, &room)
            if found.isOutOfRange { outOfRange.append((number, first)) }
            if found.isDated1904 { isDated1904 = true }
            row?.cells.append(found.cell)
        }
        guard cell.columns > 1 || cell.rows > 1 else { return }
        try charge(cell.rows > 1 ? column - first + 1 : 1, &room)
        guard room.takeBlock() else {
            let place = address(number, first)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        merged.append(
            MergedRange(
                firstRow: number, firstColumn: first,
                lastRow: min(number + cell.rows - 1, limits.rows), lastColumn: column))
        guard cell.rows > 1 else { return }
        if reach.count < column { reach += Array(repeating: 0, count: column - reach.count) }
        for place in first...column {
            reach[place - 1] = max(reach[place - 1], number + cell.rows - 1)
        }
    }

    private func charge(_ count: Int, _ room: inout SheetRoom) throws(IntakeFailure) {
        guard room.takeCells(count) else {
            throw IntakeFailure(.tooManyRows(address(max(1, number)), limit: limits.rows))
        }
    }

    private func address(_ row: Int, _ column: Int? = nil) -> CellAddress {
        CellAddress(file: file, sheet: title, row: row, column: column)
    }

    /// The table as a sheet of that name, and what was noticed in it.
    func sheet(
        named name: String, state: Sheet.State
    ) throws(IntakeFailure) -> (sheet: Sheet, diagnostics: [Diagnostic]) {
        var draft = SheetDraft(file: file, name: name, limits: limits, room: SheetRoom(limits))
        for row in rows {
            try draft.startRow(row.number, isHidden: row.isHidden)
            for cell in row.cells { try draft.add(cell) }
            try draft.endRow()
        }
        for range in merged { try draft.merge(range) }
        var sheet = draft.sheet(state, isDated1904: isDated1904)
        var found = FirstDiagnostics()
        for place in outOfRange {
            found.append(.dateOutOfRange(draft.address(place.row, place.column)))
        }
        var diagnostics = found.items + draft.diagnostics
        if isCut {
            sheet.cutRows = 1
            diagnostics.append(.pageCut(draft.address(rows.last?.number ?? 1)))
        }
        return (sheet, diagnostics)
    }
}
