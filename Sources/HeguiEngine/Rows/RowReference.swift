/// A row of one of the pack's tables, by number.
struct RowReference: Hashable, Sendable {
    /// The table's position among the pack's datasets.
    var table: Int
    /// 0-based.
    var row: Int
}
