internal import HeguiDiagnostics
internal import HeguiTables

/// A tie to a row of another dataset that is still to be found.
///
/// A class, because several rows made from one cell share the tie, its search and its findings. It is
/// made by one thread and settled by another, never by two at once.
final class PendingReference: @unchecked Sendable {
    /// What is known of the row that is meant.
    enum Wanted {
        /// Its key, its label or a form of its name.
        case text(String)
        case terms([MatchTerm])
        /// Texts in which its name may stand, the surest first, and what is said if it does not.
        case mention([String], otherwise: [DataFinding])
        /// Nothing is written; the row may go on with the one above it, which has this reference.
        case above(PendingReference)
    }

    /// Index into the pack's datasets.
    let target: Int
    let wanted: Wanted
    /// Where it is written; for a person the cell of the name.
    let cell: CellAddress
    /// The dataset and column that refer.
    let owner: (dataset: Int, column: Int)
    /// The row found; nil too where none is.
    var found: Int?
    var isSettled = false
    /// The rows that may be meant where none is found.
    var perhaps: [Int] = []
    /// Whether any row may be meant, since names like it were not all looked at.
    var mayBeAnyone = false

    init(
        target: Int, wanted: Wanted, cell: CellAddress, owner: (dataset: Int, column: Int)
    ) {
        self.target = target
        self.wanted = wanted
        self.cell = cell
        self.owner = owner
    }

    /// A reference that is not read and may be to any row.
    static func ofAnyone(
        _ target: Int, at cell: CellAddress, from owner: (dataset: Int, column: Int)
    ) -> PendingReference {
        let reference = PendingReference(
            target: target, wanted: .mention([], otherwise: []), cell: cell, owner: owner)
        reference.mayBeAnyone = true
        return reference
    }
}

/// A column of the dataset that is searched, and what the row looked for has in it.
struct MatchTerm {
    let column: Int
    let datum: Datum
    /// Where the column is itself a reference.
    let reference: PendingReference?
    let cell: CellAddress?
}
