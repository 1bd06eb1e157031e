import HeguiColumns

/// An expression that gives a day, as work on columns; `absent` where it gives none and `special`
/// where the plain evaluator is to tell.
enum DayKernel: Sendable {
    case constant(Int32)
    case cells(CellSource)
    /// The day that each cell gives, from `first` on.
    case table(CellSource, [Int32], first: Int32, absent: Int32)
    indirect case choice(TruthKernel, DayKernel, DayKernel)
    /// The day that each day gives, from `first` on; none gives nothing to tell by.
    indirect case mapped(DayKernel, [Int32], first: Int32)

    func block(_ rows: RowBlock) -> CellBlock {
        switch self {
        case .constant(let day): CellBlock(repeating: day, count: rows.count)
        case .cells(let source): source.block(rows)
        case .table(let source, let table, let first, let absent):
            CellBlock(source.block(rows), table: table, first: first, absent: absent)
        case .mapped(let inner, let table, let first):
            CellBlock(
                inner.block(rows), table: table, first: first, absent: ColumnCells.special)
        case .choice(let condition, let first, let second):
            CellBlock(condition.block(rows), first.block(rows), second.block(rows))
        }
    }
}
