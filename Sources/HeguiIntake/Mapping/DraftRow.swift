internal import HeguiDiagnostics
internal import HeguiTables

/// A row of a dataset before its references are settled.
struct DraftRow {
    var data: [Datum]
    var cells: [CellAddress?]
    var address: CellAddress
    /// By column.
    var pending: [Int: PendingReference] = [:]
    /// Whether the sheet's row stands or falls with this one.
    var decidesRow: Bool
}
