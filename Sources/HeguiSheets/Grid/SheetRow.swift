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
