internal import HeguiDiagnostics
internal import HeguiTables

/// A column of the dataset that is searched, and what the row looked for has in it.
struct MatchTerm {
    let column: Int
    let datum: Datum
    /// Where the column is itself a reference.
    let reference: PendingReference?
    let cell: CellAddress?
}
