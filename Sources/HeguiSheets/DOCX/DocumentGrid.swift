internal import HeguiCalendar
internal import HeguiDiagnostics

/// A form of a document → a sheet of its own.
struct DocumentGrid {
    private let file: String
    private let name: String?
    private let limits: IntakeLimits
    private var rows: [SheetRow] = []
    private var number = 0
    private var blocks: [MergedRange] = []
    /// By column: the block of the cell that stands there in the row before.
    private var above: [Int: Int] = [:]
    private var width = 0

    private init(file: String, name: String?, limits: IntakeLimits) {
        self.file = file
        self.name = name
        self.limits = limits
    }

    /// Returns the sheet of a form: its lines are rows above and below those of the table.
    static func sheet(
        of form: DocumentForm, file: String, limits: IntakeLimits
    ) throws(IntakeFailure) -> Sheet {
        var grid = DocumentGrid(file: file, name: form.name, limits: limits)
        for line in form.above { try grid.addRow(cells(of: line)) }
        for row in form.rows { try grid.add(row) }
        for line in form.below { try grid.addBelow(line) }
        var sheet = try grid.sheet()
        sheet.linesAbove = form.above.count
        return sheet
    }

    /// Returns the sheet of a form that was typed without a table, line by line.
    static func sheet(
        of lines: [DocumentLine], file: String, limits: IntakeLimits
    ) throws(IntakeFailure) -> Sheet {
        var grid = DocumentGrid(file: file, name: nil, limits: limits)
        for line in lines { try grid.addRow(cells(of: line)) }
        return try grid.sheet()
    }

    private func sheet() throws(IntakeFailure) -> Sheet {
        let merged = blocks.filter {
            $0.firstRow < $0.lastRow || $0.firstColumn < $0.lastColumn
        }
        guard merged.count <= limits.mergedBlocks else {
            let place = CellAddress(
                file: file, sheet: name, row: merged[limits.mergedBlocks].firstRow)
            throw IntakeFailure(.tooManyBlocks(place, limit: limits.mergedBlocks))
        }
        return Sheet(file: file, name: name, rows: rows, merged: MergedCells(merged))
    }

    /// The texts between tabs, each in a cell of its own.
    private static func cells(of line: DocumentLine) -> [RawCell] {
        line.text.split(separator: "\t").filter { !$0.allSatisfy(\.isWhitespace) }.enumerated()
            .map { RawCell(column: $0.offset + 1, text: String($0.element)) }
    }

    private mutating func addRow(
        _ cells: [RawCell], isHidden: Bool = false
    ) throws(IntakeFailure) {
        number += 1
        guard number <= limits.rows else {
            let place = CellAddress(file: file, sheet: name, row: number)
            throw IntakeFailure(.tooManyRows(place, limit: limits.rows))
        }
        guard !cells.isEmpty else { return }
        rows.append(SheetRow(number: number, isHidden: isHidden, cells: cells))
    }

    /// A note below the table stretches over it, as it does in a workbook.
    private mutating func addBelow(_ line: DocumentLine) throws(IntakeFailure) {
        try addRow([RawCell(column: 1, text: line.text.replacing("\t", with: "  "))])
        blocks.append(
            MergedRange(
                firstRow: number, firstColumn: 1, lastRow: number, lastColumn: max(3, width)))
    }

    private mutating func add(_ row: DocumentRow) throws(IntakeFailure) {
        let next = number + 1
        var cells: [RawCell] = []
        var current: [Int: Int] = [:]
        var left: Int?
        for cell in row.cells {
            let last = cell.column + cell.span - 1
            width = max(width, last)
            if cell.joinsLeft, let left {
                blocks[left].lastColumn = last
                continue
            }
            if cell.joinsAbove, let block = above[cell.column], blocks[block].lastRow == number {
                blocks[block].lastRow = next
                current[cell.column] = block
                left = nil
                continue
            }
            left = blocks.count
            current[cell.column] = blocks.count
            blocks.append(
                MergedRange(
                    firstRow: next, firstColumn: cell.column, lastRow: next, lastColumn: last))
            if let own = Self.cell(cell) { cells.append(own) }
        }
        above = current
        try addRow(cells, isHidden: row.isHidden)
    }

    private static func cell(_ cell: DocumentCell) -> RawCell? {
        let text = cell.text
        guard !text.isEmpty else { return nil }
        guard let date = cell.date else { return RawCell(column: cell.column, text: text) }
        return RawCell(
            column: cell.column, text: date.days.description, kind: .date, date: date.days,
            isYearShown: date.isYearShown)
    }
}
