internal import HeguiDiagnostics

/// The cells of one sheet; the dimension that the part declares is not looked at.
final class SheetPart: MarkupHandler {
    private let limits: IntakeLimits
    private let address: (Int, Int?) -> CellAddress
    private var decoder: CellDecoder
    private var isInData = false
    private var row = SheetRow(number: 0, cells: [])
    private var content: CellContent?
    private var lastColumn = 0
    private var collecting = Collecting.nothing
    private var phonetic = 0
    private var hiddenRows: (count: Int, first: Int)?
    private(set) var rows: [SheetRow] = []
    private(set) var merged: [MergedRange] = []
    private(set) var room: SheetRoom

    private enum Collecting { case nothing, value, inline }

    init(
        decoder: CellDecoder, limits: IntakeLimits, room: SheetRoom,
        address: @escaping (Int, Int?) -> CellAddress
    ) {
        self.decoder = decoder
        self.limits = limits
        self.room = room
        self.address = address
    }

    /// What was noticed in this sheet, once it is read.
    var diagnostics: [Diagnostic] {
        var all = decoder.diagnostics
        if let found = decoder.uncomputed {
            all.append(.formulaUncomputed(found.first, count: found.count))
        }
        if let found = hiddenRows {
            all.append(.rowsHidden(address(found.first, nil), count: found.count))
        }
        return all
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "sheetData": isInData = true
        case "row" where isInData: try startRow(attributes)
        case "c" where isInData: try startCell(attributes)
        case "v" where content != nil:
            content?.hasValue = true
            collecting = .value
        case "f" where content != nil: content?.hasFormula = true
        case "rPh": phonetic += 1
        case "t" where content != nil && phonetic == 0: collecting = .inline
        case "mergeCell":
            if let range = attributes.value("ref").flatMap(MergedRange.init(reference:)) {
                try merge(range)
            }
        default: break
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        switch collecting {
        case .nothing: return
        case .value: content?.value.append(piece, limit: limits.cellLength)
        case .inline: content?.inline.append(piece, limit: limits.cellLength)
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        switch name {
        case "sheetData": isInData = false
        case "row" where isInData: try endRow()
        case "c": try endCell()
        case "v", "t": collecting = .nothing
        case "rPh": phonetic -= 1
        default: break
        }
    }

    private func startRow(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        var number = row.number + 1
        if let written = attributes.value("r") {
            guard let value = Int(written), value >= 1 else {
                throw IntakeFailure(.cellMisplaced(address(number, nil)))
            }
            number = value
        }
        guard number <= limits.rows else {
            throw IntakeFailure(.tooManyRows(address(number, nil), limit: limits.rows))
        }
        row = SheetRow(number: number, isHidden: attributes.isTrue("hidden"), cells: [])
        lastColumn = 0
    }

    private func startCell(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        var cell = CellContent()
        cell.reference = CellReference(row: row.number, column: lastColumn + 1)
        if let written = attributes.value("r") {
            guard let reference = CellReference(written), reference.row == row.number else {
                throw IntakeFailure(.cellMisplaced(address(row.number, lastColumn + 1)))
            }
            cell.reference = reference
        }
        lastColumn = cell.reference.column
        guard lastColumn <= limits.columns else {
            throw IntakeFailure(.tooManyColumns(address(row.number, nil), limit: limits.columns))
        }
        cell.type = attributes.value("t") ?? "n"
        cell.style = attributes.value("s").flatMap { Int($0) } ?? 0
        content = cell
    }

    private func endCell() throws(IntakeFailure) {
        guard let content else { return }
        self.content = nil
        guard !content.value.isTooLong, !content.inline.isTooLong else {
            let place = address(row.number, content.reference.column)
            throw IntakeFailure(.cellTooLong(place, limit: limits.cellLength))
        }
        guard let cell = decoder.cell(content) else { return }
        guard room.takeCells() else {
            throw IntakeFailure(.tooManyRows(address(row.number, nil), limit: limits.rows))
        }
        row.cells.append(cell)
    }

    private func merge(_ range: MergedRange) throws(IntakeFailure) {
        guard room.takeBlock() else {
            let place = address(range.firstRow, range.firstColumn)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        merged.append(range)
    }

    private func endRow() throws(IntakeFailure) {
        guard !row.cells.isEmpty else { return }
        row.cells.sort { $0.column < $1.column }
        for (left, right) in zip(row.cells, row.cells.dropFirst()) where left.column == right.column
        {
            throw IntakeFailure(.cellMisplaced(address(row.number, left.column)))
        }
        if row.isHidden {
            hiddenRows = (1 + (hiddenRows?.count ?? 0), hiddenRows?.first ?? row.number)
        }
        rows.append(row)
        row.cells = []
    }

    /// The sheet's rows from top to bottom; a row given twice fails with I0212.
    func orderedRows() throws(IntakeFailure) -> [SheetRow] {
        let ordered = rows.sorted { $0.number < $1.number }
        for (upper, lower) in zip(ordered, ordered.dropFirst()) where upper.number == lower.number {
            throw IntakeFailure(.cellMisplaced(address(upper.number, nil)))
        }
        return ordered
    }
}
