package import HeguiCalendar
import HeguiDiagnostics
package import HeguiIntake
package import HeguiPack

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
            let columns = DatedColumns(dataset)
            guard !columns.days.isEmpty else { return [] }
            let rows = (before.rows.map(columns.row), after.rows.map(columns.row))
            return dataset.key.isEmpty
                ? events(rows.0, rows.1, columns) : keyed(rows.0, rows.1, columns)
        }
    }

    private func keyed(
        _ old: [DatedColumns.Row], _ new: [DatedColumns.Row], _ columns: DatedColumns
    ) -> [PastChange] {
        let before = Dictionary(old.compactMap { row in row.key.map { ($0, row) } }) { one, _ in one
        }
        return new.flatMap { row -> [PastChange] in
            guard let key = row.key, let earlier = before[key] else { return [] }
            return columns.days.compactMap { moved(earlier, row, column: $0, columns) }
        }
    }

    private func moved(
        _ old: DatedColumns.Row, _ new: DatedColumns.Row, column: Int, _ columns: DatedColumns
    ) -> PastChange? {
        guard old.data[column] != new.data[column] else { return nil }
        let (before, after) = (old.days(column), new.days(column))
        guard let days = [before, after].compactMap(\.self).first(where: { $0.first <= limit })
        else { return nil }
        return columns.change(.moved(from: before, to: after), days, new, column: column)
    }

    private func events(
        _ old: [DatedColumns.Row], _ new: [DatedColumns.Row], _ columns: DatedColumns
    ) -> [PastChange] {
        let removed = Self.surplus(of: old, over: new)
        let added = Self.surplus(of: new, over: old)
        var pairing = RowPairing(removed)
        var changes: [PastChange] = []
        for row in added {
            if let (earlier, column) = pairing.takePartner(of: row) {
                if let change = altered(earlier, row, column, columns) { changes.append(change) }
            } else if let days = row.ownDays, days.first <= limit {
                changes.append(columns.change(.added, days, row))
            }
        }
        for row in pairing.left {
            guard let days = row.ownDays, days.first <= limit else { continue }
            changes.append(columns.change(.removed, days, row))
        }
        return changes
    }

    /// Returns the rows of which `others` has no equal, one for one.
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
        _ old: DatedColumns.Row, _ new: DatedColumns.Row, _ column: Int, _ columns: DatedColumns
    ) -> PastChange? {
        if columns.days.contains(column) { return moved(old, new, column: column, columns) }
        // What was empty may be filled in later.
        guard old.data[column] != .absent, let days = new.ownDays, days.first <= limit else {
            return nil
        }
        return columns.change(.altered, days, new, column: column)
    }
}
