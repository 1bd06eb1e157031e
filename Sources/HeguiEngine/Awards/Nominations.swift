import HeguiPack
import HeguiReview
import HeguiTables

/// Who is nominated for an award, by the rows of the pack's list.
struct Nominations {
    private var rows: Set<Int> = []
    /// The nominations that lead to none of the award's rows.
    private(set) var unmatched: [UnmatchedNomination] = []

    /// Reads the list, whose rows `rowStore` holds and `frame` lets an expression see; `target` gives
    /// the award's row that a row of it refers to. Returns nil where nothing on the list is about
    /// the award.
    ///
    /// A row of which it cannot be told whether it is about this award is taken to be.
    init?(
        _ planned: PlannedAward, _ rowStore: RowStore, frame: (RowReference) -> Frame?,
        target: (RowReference) -> Int?
    ) {
        guard let list = planned.nominations else { return nil }
        for (number, row) in rowStore.tables[list.table].rows.enumerated() {
            let place = RowReference(table: list.table, row: number)
            if let condition = list.condition {
                guard let frame = frame(place), let truth = try? condition.truth(frame),
                    !truth.isKnownFalse
                else { continue }
            }
            if let found = target(place) {
                rows.insert(found)
            } else {
                unmatched.append(Self.unmatched(row, list.column, of: planned.award.id))
            }
        }
        if rows.isEmpty, unmatched.isEmpty { return nil }
    }

    /// Returns whether the award's row is nominated.
    func contains(_ row: Int) -> Bool { rows.contains(row) }

    private static func unmatched(
        _ row: TableRow, _ column: Int, of award: String
    ) -> UnmatchedNomination {
        var text: String?
        if case .text(let written)? = row.data.dropFirst(column).first { text = written }
        let cell = row.cells.dropFirst(column).first ?? nil
        return UnmatchedNomination(award: award, text: text, cell: cell ?? row.address)
    }
}
