import HeguiIntake

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
