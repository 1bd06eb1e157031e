package import HeguiCalendar
package import HeguiDiagnostics

/// One grid of cells: a sheet of a workbook, or a whole CSV file.
package struct Sheet: Hashable, Sendable {
    /// Whether the spreadsheet program shows the sheet.
    package enum State: String, Hashable, Sendable {
        case visible, hidden, veryHidden
    }

    /// The names of the file and of the sheet, shared by the addresses of its cells.
    package var grid: CellGrid
    package var state: State
    /// The rows that hold something, in ascending order.
    package var rows: [SheetRow]
    /// How many rows could not be read, since the file ends inside them.
    package var cutRows = 0
    package var merged: MergedCells
    /// How many of the first rows are lines of text above a table of a document, whose own rows
    /// people count from 1.
    package var linesAbove = 0
    /// Whether bare numbers that stand for days count from 1904.
    package var isDated1904: Bool

    package init(
        file: String,
        name: String? = nil,
        state: State = .visible,
        rows: [SheetRow],
        merged: MergedCells = MergedCells(),
        isDated1904: Bool = false
    ) {
        grid = CellGrid(file: file, sheet: name)
        self.state = state
        self.rows = rows
        self.merged = merged
        self.isDated1904 = isDated1904
    }

    /// The file's name as shown to people.
    package var file: String { grid.file }

    /// nil for a file without sheets (CSV).
    package var name: String? { grid.sheet }

    /// Returns the row of that number (1-based), or nil where it is empty.
    ///
    /// - Complexity: O(log n) in the number of rows.
    package func row(_ number: Int) -> SheetRow? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        guard low < rows.count, rows[low].number == number else { return nil }
        return rows[low]
    }

    /// Returns the cell itself, without looking at merged blocks; nil where it is empty.
    package func cell(row: Int, column: Int) -> RawCell? {
        self.row(row)?.cell(column: column)
    }

    /// Returns the cell, or for a cell covered by a merged block the block's first cell.
    package func shownCell(row: Int, column: Int) -> RawCell? {
        if let block = merged.range(row: row, column: column) {
            return cell(row: block.firstRow, column: block.firstColumn)
        }
        return cell(row: row, column: column)
    }

    /// Returns where that cell stands, for diagnostics and findings; for a line above a table of a
    /// document that is the table's first row.
    package func address(row: Int, column: Int? = nil) -> CellAddress {
        let isAbove = row <= linesAbove
        return CellAddress(
            grid, row: max(1, row - linesAbove), column: isAbove ? nil : column)
    }
}

/// A row that holds something, with its cells from left to right.
package struct SheetRow: Hashable, Sendable {
    /// 1-based, as a spreadsheet program shows it; in CSV the number of the record.
    package var number: Int
    /// The line of the text file on which the record starts; nil in a workbook.
    package var line: Int?
    package var isHidden: Bool
    /// In ascending order of column; empty cells are left out.
    package var cells: [RawCell]

    package init(number: Int, line: Int? = nil, isHidden: Bool = false, cells: [RawCell]) {
        self.number = number
        self.line = line
        self.isHidden = isHidden
        self.cells = cells
    }

    /// Returns the cell in `column` (1-based), or nil where it is empty.
    ///
    /// - Complexity: O(log n) in the number of cells.
    package func cell(column: Int) -> RawCell? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        guard low < cells.count, cells[low].column == column else { return nil }
        return cells[low]
    }
}

/// A cell of a file as it stands there, before anyone asks what it means.
package struct RawCell: Hashable, Sendable {
    /// What kind of value the file says the cell holds.
    package enum Kind: Hashable, Sendable {
        case text, number, date, bool
        /// An error value such as `#N/A`, or a value that the file itself holds in a broken way.
        case error
        /// A formula whose result the file does not hold.
        case uncomputed
    }

    /// 1-based.
    package var column: Int
    /// The text; for a number its exact decimal digits, for a date the ISO form.
    package var text: String
    package var kind: Kind
    /// The day of a `date` cell; a month or a year where its format shows no more than that.
    package var date: DayRange?
    /// False for a date whose format hides the year (`m"月"d"日"`), which Excel then guessed.
    package var isYearShown: Bool
    package var isFormula: Bool

    package init(
        column: Int,
        text: String,
        kind: Kind = .text,
        date: DayRange? = nil,
        isYearShown: Bool = true,
        isFormula: Bool = false
    ) {
        self.column = column
        self.text = text
        self.kind = kind
        self.date = date
        self.isYearShown = isYearShown
        self.isFormula = isFormula
    }
}
