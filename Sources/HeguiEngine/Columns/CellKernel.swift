import CEL
import HeguiColumns
import HeguiPack

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

/// An expression that gives exact numbers, as work on columns.
struct NumberKernel: Sendable {
    /// Places in `values`; `special` where the plain evaluator is to tell.
    let cells: CellKernel
    let values: [Ratio]
}

/// Numbers for values, the same for equal ones.
final class KeyNumbers {
    private var known: [ValueKey: Int32] = [:]

    /// Returns the number of a value.
    func number(_ key: ValueKey) -> Int32? {
        if let number = known[key] { return number }
        let number = Int32(known.count)
        known[key] = number
        return number
    }
}

/// What an expression reads of a row: a chain of fields.
struct ColumnLeaf: Hashable {
    enum Kind: Hashable {
        case cells
        /// Whether there is a row that the chain leads to.
        case presence
        /// How many rows a relation has.
        case size(relation: Int)
    }

    let variable: String
    /// Fields by their place in the record, from the variable's row on.
    let path: [Int]
    let kind: Kind
}

/// Which row a variable of an expression stands for, as seen from the rows that are worked on.
enum ColumnRoot: Sendable {
    case own(table: Int)
    /// The row that a reference of those rows names.
    case through(reference: Int, table: Int)
    /// One of several rows, which columns do not tell.
    case several(table: Int)

    var table: Int {
        switch self {
        case .own(let table), .through(_, let table), .several(let table): table
        }
    }
}
