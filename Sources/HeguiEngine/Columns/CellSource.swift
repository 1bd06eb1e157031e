import HeguiColumns

/// Where the cells of an expression come from, as seen from the rows of one table.
enum CellSource: Sendable {
    /// A column of the rows themselves.
    case own(place: Int)
    /// A column of the rows that a reference names, by their number.
    case through(reference: Int, cells: ColumnCells)
    /// Numbers made for the rows, by their number.
    case made(ColumnCells)

    func block(_ rows: RowBlock) -> CellBlock {
        switch self {
        case .own(let place): rows.cells(place)
        case .through(let reference, let cells): CellBlock(cells, of: rows.cells(reference))
        case .made(let cells): CellBlock(cells, from: rows.firstRow, count: rows.count)
        }
    }
}
