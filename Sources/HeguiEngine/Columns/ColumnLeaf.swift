import CEL
import HeguiColumns
import HeguiPack

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
