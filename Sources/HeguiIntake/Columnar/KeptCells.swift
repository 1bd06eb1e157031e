internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// The cells of one row as columns keep them.
struct KeptCells {
    let tables: ColumnTables
    let table: ColumnTable
    let segment: Segment
    /// Of the row in its segment.
    let index: Int

    /// Returns the row with the columns at `places`; nil where one of their cells is not kept, or
    /// says more than its column can hold.
    func row(_ places: [(column: Int, place: Int)], _ address: CellAddress) -> TableRow? {
        let count = table.dataset.columns.count
        var row = TableRow(
            data: [Datum](repeating: .notGiven, count: count),
            cells: [CellAddress?](repeating: nil, count: count), address: address)
        for (column, place) in places {
            guard put(column, into: &row) else { return nil }
            row.cells[column] = address.with(column: place)
        }
        return row
    }

    /// Returns whether the cell says all.
    private func put(_ column: Int, into row: inout TableRow) -> Bool {
        let meaning = table.meanings[column]
        guard let place = meaning.place else { return false }
        let cell = segment.columns[place][index]
        if cell == ColumnCells.absent {
            row.data[column] = .absent
            if case .key = meaning { return false }
            return true
        }
        guard cell != ColumnCells.special else { return false }
        switch meaning {
        case .notGiven, .unkept: return false
        case .days: row.data[column] = .day(DayRange(Day(number: cell)))
        case .integers: row.data[column] = .integer(Int64(cell))
        case .words:
            guard cell >= 0 else { return false }
            row.data[column] = table.values[place][Int(cell)]
        case .key:
            let declared = table.dataset.columns[column]
            guard declared.type == .text, declared.synonyms.isEmpty, declared.reference == nil,
                let text = table.keyText(cell)
            else { return false }
            row.data[column] = .text(text)
        case .reference(_, let target):
            guard cell >= 0, let text = tables.tables[target].keyText(of: Int(cell)) else {
                return false
            }
            row.data[column] = .text(text)
            row.references[column] = Int(cell)
        }
        return true
    }
}
