internal import HeguiPack
internal import HeguiTables

extension DraftTables {
    /// Returns for each row that may refer to somebody whom it does not name exactly that it may:
    /// the row itself, and those that its sheet's row gives besides.
    ///
    /// - Complexity: linear in the rows.
    func perhapsRows() -> [OpenRows] {
        var open: [OpenRows] = []
        var places: [OpenRows: Int] = [:]
        for (number, rows) in rows.enumerated() {
            for (place, row) in rows.enumerated()
            where row.pending.contains(where: {
                !$0.reference.perhaps.isEmpty || $0.reference.mayBeAnyone
            }) {
                for (column, reference) in row.pending where reference.found == nil {
                    for perhaps in perhapsRows(of: reference, dataset: number, column: column) {
                        // Rows of one cell are one entry.
                        let entry = places[perhaps] ?? open.count
                        if entry == open.count {
                            places[perhaps] = entry
                            open.append(perhaps)
                            open[entry].atMost = 0
                        }
                        open[entry].rows.append(place)
                        open[entry].atMost = open[entry].rows.count
                    }
                }
            }
        }
        return open
    }

    /// Returns an entry for each row that may be meant by a reference of one row.
    func perhapsRows(
        of reference: PendingReference, dataset: Int, column: Int
    ) -> [OpenRows] {
        let target = pack.datasets[reference.target].name
        let own = pack.datasets[dataset]
        let places = reference.perhaps.map { [OpenRows.Place(dataset: target, row: $0)] }
        // Without a place, the row may be about all.
        return (reference.mayBeAnyone ? [[]] : places).map { references in
            OpenRows(
                dataset: own.name, references: references, atMost: 1,
                reason: .perhaps(row: reference.cell), column: own.columns[column].name)
        }
    }
}
