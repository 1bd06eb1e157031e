internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension ColumnLoading {
    /// Reports rows of one dataset that may be one person, as the ladder tells them.
    ///
    /// - Complexity: linear in the rows; those that agree in something are read anew.
    mutating func reportPersons(_ search: RowSearch) throws(ColumnRefusal) {
        for (number, dataset) in pack.datasets.enumerated() where !dataset.identity.isEmpty {
            guard let table = tables[number] else { continue }
            var alike: Set<Int> = []
            for level in dataset.identity {
                alike.formUnion(
                    Self.alike(table, level.columns.compactMap(dataset.columnIndex), at: level))
            }
            if alike.isEmpty { continue }
            let reader = search.reader()
            let rows = alike.sorted().map { row in
                let draft = reader.draft(row, ofTable: number)
                for (column, reference) in draft.pending
                where pack.datasets[reference.target].identity.isEmpty {
                    guard case .reference(let place, _) = table.meanings[column] else { continue }
                    let found = table.cell(row: row, place: place)
                    if found >= 0 { reference.found = Int(found) }
                }
                return draft
            }
            for found in IdentityLadder(dataset, rows: rows).repeats(in: rows) {
                drafts.report(
                    .repeated(
                        dataset, found.columns, isCertain: found.isCertain,
                        at: TargetIndex.cell(of: rows[found.row], in: dataset),
                        first: TargetIndex.cell(of: rows[found.first], in: dataset)))
            }
        }
    }

    /// The rows that share with another what a level of the ladder compares, and maybe some more.
    private static func alike(
        _ table: ColumnTable, _ columns: [Int], at level: Dataset.IdentityLevel
    ) -> [Int] {
        var fixed: [ColumnCells] = []
        var months: [ColumnCells] = []
        for column in columns {
            guard let place = table.meanings[column].place else { return [] }
            let cells = ColumnCells(joining: table.slices.map { $0.segment.columns[place] })
            if [.day, .month].contains(table.dataset.columns[column].type) {
                if level.certainty == .certain {
                    months.append(Self.months(cells, column, of: table))
                }
            } else {
                fixed.append(cells)
            }
        }
        let groups = RowGroups(fixed, rows: table.rowCount) { _ in true }
        // Days meet where they are of one month, or where one is less exact.
        var wide: Set<Int32> = []
        for row in 0..<table.rowCount where months.contains(where: { $0[row] == Self.wide }) {
            wide.insert(groups[row])
        }
        let narrow = RowGroups(fixed + months, rows: table.rowCount) { _ in true }
        return (0..<table.rowCount).filter { row in
            guard groups[row] >= 0 else { return false }
            if wide.contains(groups[row]) { return true }
            return narrow[row] >= 0 && narrow.count(of: narrow[row]) > 1
        }
    }

    /// What stands for days of more than one month.
    private static let wide: Int32 = -1

    /// The month of each cell.
    private static func months(
        _ cells: ColumnCells, _ column: Int, of table: ColumnTable
    ) -> ColumnCells {
        let months = ColumnCells(repeating: ColumnCells.absent, count: cells.count)
        func month(_ days: DayRange) -> Int32 {
            let (first, last) = (days.first, days.last)
            let isOne = first.year == last.year && first.month == last.month
            return isOne ? Int32(first.year * 12 + first.month) : wide
        }
        let values: [Datum]
        if case .words(let place) = table.meanings[column] {
            values = table.values[place]
        } else {
            values = []
        }
        for index in 0..<cells.count {
            switch (table.meanings[column], cells[index]) {
            case (_, ColumnCells.absent): continue
            case (.days, ColumnCells.special): months[index] = wide
            case (.days, let cell): months[index] = month(DayRange(Day(number: cell)))
            case (.words, let cell) where cell >= 0:
                if case .day(let days) = values[Int(cell)] { months[index] = month(days) }
            default: continue
            }
        }
        return months
    }
}
