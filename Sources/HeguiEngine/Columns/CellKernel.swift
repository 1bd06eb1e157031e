import HeguiColumns

/// An expression that gives a number for each row, such as a day's, as work on columns; `absent`
/// where it gives none and `special` where the plain evaluator is to tell.
enum CellKernel: Sendable {
    case constant(Int32)
    case cells(CellSource)
    /// References, of which those that name no row tell nothing.
    case rows(CellSource)
    /// The number that each cell gives, from `first` on.
    case table(CellSource, [Int32], first: Int32, absent: Int32)
    indirect case choice(TruthKernel, CellKernel, CellKernel)
    /// The number that each number gives, from `first` on; none gives nothing to tell by.
    indirect case mapped(CellKernel, [Int32], first: Int32)

    func block(_ rows: RowBlock) -> CellBlock {
        switch self {
        case .constant(let number): CellBlock(repeating: number, count: rows.count)
        case .cells(let source): source.block(rows)
        case .rows(let source):
            CellBlock(source.block(rows), keepingFrom: 0)
        case .table(let source, let table, let first, let absent):
            CellBlock(source.block(rows), table: table, first: first, absent: absent)
        case .mapped(let inner, let table, let first):
            CellBlock(
                inner.block(rows), table: table, first: first, absent: ColumnCells.special)
        case .choice(let condition, let first, let second):
            CellBlock(
                condition.block(rows), yes: first.block(rows), no: second.block(rows))
        }
    }
}
