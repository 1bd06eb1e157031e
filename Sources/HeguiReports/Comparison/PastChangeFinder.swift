package import HeguiCalendar
import HeguiDiagnostics
package import HeguiPack
package import HeguiTables

/// Finds entries about days up to a certain one that two drops tell differently.
package struct PastChangeFinder {
    private let pack: Pack
    private let limit: Day

    /// - Parameters:
    ///   - pack: the pack by which both drops were read.
    ///   - limit: the as-of day of the earlier review: what is about later days may change.
    package init(_ pack: Pack, until limit: Day) {
        self.pack = pack
        self.limit = limit
    }

    /// Returns the changes in the order of the pack's datasets, then of rows.
    ///
    /// Rows with a key are compared by it, day by day. Rows without one are events: one that only
    /// a drop has was added or removed, or altered where another differs from it in one column.
    ///
    /// - Complexity: linear in the rows, times the columns for events that differ.
    package func changes(from old: Tables, to new: Tables) -> [PastChange] {
        pack.datasets.flatMap { dataset -> [PastChange] in
            guard let before = old.table(dataset.name), let after = new.table(dataset.name),
                before.isGiven, after.isGiven
            else { return [] }
            let columns = DatedColumns(dataset, in: pack)
            guard !columns.days.isEmpty else { return [] }
            let rows = (before.rows.map(columns.row), after.rows.map(columns.row))
            return dataset.key.isEmpty
                ? events(from: rows.0, to: rows.1, columns: columns)
                : keyed(from: rows.0, to: rows.1, columns: columns)
        }
    }

    private func keyed(
        from old: [DatedColumns.Row], to new: [DatedColumns.Row], columns: DatedColumns
    ) -> [PastChange] {
        let before = Dictionary(old.compactMap { row in row.key.map { ($0, row) } }) { one, _ in one
        }
        return new.flatMap { row -> [PastChange] in
            guard let key = row.key, let earlier = before[key] else { return [] }
            return columns.days.compactMap {
                moved(from: earlier, to: row, column: $0, columns: columns)
            }
        }
    }

    private func moved(
        from old: DatedColumns.Row, to new: DatedColumns.Row, column: Int, columns: DatedColumns
    ) -> PastChange? {
        guard old.data[column] != new.data[column] else { return nil }
        let (before, after) = (old.days(column), new.days(column))
        guard let days = [before, after].compactMap(\.self).first(where: { $0.first <= limit })
        else { return nil }
        return columns.change(
            .moved(from: before, to: after), on: days, of: new, column: column)
    }

    private func events(
        from old: [DatedColumns.Row], to new: [DatedColumns.Row], columns: DatedColumns
    ) -> [PastChange] {
        let removed = Self.surplus(of: old, over: new)
        let added = Self.surplus(of: new, over: old)
        var pairing = RowPairing(removed)
        var changes: [PastChange] = []
        for row in added {
            if let (earlier, column) = pairing.takePartner(of: row) {
                if let change = altered(from: earlier, to: row, column: column, columns: columns) {
                    changes.append(change)
                }
            } else if let days = row.ownDays, days.first <= limit {
                changes.append(columns.change(.added, on: days, of: row))
            }
        }
        for row in pairing.left {
            guard let days = row.ownDays, days.first <= limit else { continue }
            changes.append(columns.change(.removed, on: days, of: row))
        }
        return changes
    }

    /// Returns the rows that have no equal among `others`; each of the others equals one row at most.
    private static func surplus(
        of rows: [DatedColumns.Row], over others: [DatedColumns.Row]
    ) -> [DatedColumns.Row] {
        var counts: [[Datum]: Int] = [:]
        for row in others { counts[row.data, default: 0] += 1 }
        return rows.filter { row in
            guard let count = counts[row.data], count > 0 else { return true }
            counts[row.data] = count - 1
            return false
        }
    }

    private func altered(
        from old: DatedColumns.Row, to new: DatedColumns.Row, column: Int, columns: DatedColumns
    ) -> PastChange? {
        if columns.days.contains(column) {
            return moved(from: old, to: new, column: column, columns: columns)
        }
        // What was empty may be filled in later.
        guard old.data[column] != .absent, let days = new.ownDays, days.first <= limit else {
            return nil
        }
        return columns.change(.altered, on: days, of: new, column: column)
    }
}

/// Finds among rows without a key one that differs from another in a single column.
struct RowPairing {
    /// All values of a row but one.
    private struct Rest: Hashable {
        let column: Int
        let data: [Datum]

        init(_ row: DatedColumns.Row, without column: Int) {
            var data = row.data
            data[column] = .absent
            self.column = column
            self.data = data
        }
    }

    private let rows: [DatedColumns.Row]
    private var places: [Rest: [Int]] = [:]
    private var taken: Set<Int> = []

    /// - Complexity: linear in the rows times their columns.
    init(_ rows: [DatedColumns.Row]) {
        self.rows = rows
        for (place, row) in rows.enumerated().reversed() {
            for column in row.data.indices {
                places[Rest(row, without: column), default: []].append(place)
            }
        }
    }

    /// The rows that nobody has taken, in their order.
    var left: [DatedColumns.Row] {
        rows.indices.filter { !taken.contains($0) }.map { rows[$0] }
    }

    /// Takes the first row that differs from `row` in one column, with that column; columns that
    /// say whom a row is about must be equal.
    mutating func takePartner(of row: DatedColumns.Row) -> (DatedColumns.Row, column: Int)? {
        for column in row.data.indices {
            let rest = Rest(row, without: column)
            while let place = places[rest]?.popLast() {
                guard !taken.contains(place) else { continue }
                guard rows[place].references == row.references else {
                    places[rest]?.append(place)
                    break
                }
                taken.insert(place)
                return (rows[place], column)
            }
        }
        return nil
    }
}
