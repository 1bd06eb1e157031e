internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// A row of a dataset before its references are settled.
struct DraftRow {
    var data: [Datum]
    var cells: [CellAddress?]
    var address: CellAddress
    var pending = PendingReferences()
    /// Whether the sheet's row stands or falls with this one.
    var decidesRow: Bool
    /// Which entry of an annex gave it; nil for a row of a register.
    var origin: Origin?

    /// An entry of an annex, by its place among the annex's rows or totals.
    struct Origin: Hashable {
        /// The annex's place in the pack.
        let annex: Int
        let entry: Int
        var isTotal = false
    }
}

extension DraftRow {
    /// What it refers to, in the order of its columns.
    var references: [PendingReference] { pending.references }

    /// Makes unknown what a row that stands in does not say and nothing computes: a register would.
    mutating func leaveOpen(_ dataset: Dataset) {
        for (index, column) in dataset.columns.enumerated() where data[index] == .notGiven {
            let isComputed =
                column.otherwise != nil || column.derived != nil || column.measure != nil
            if !isComputed { data[index] = .unreadable }
        }
    }

    /// What it says, references as they are written.
    var words: [Datum] {
        data.indices.map { column in
            guard case .text(let text)? = pending[column]?.wanted else { return data[column] }
            return .text(text)
        }
    }
}
