/// For each row of a table, the rows of another that refer to it, in their order.
package struct ReverseIndex: Sendable {
    private let starts: [Int32]
    private let rows: [Int32]

    /// - Parameters:
    ///   - references: the column of references, stretch by stretch.
    ///   - targets: how many rows there are to refer to.
    /// - Complexity: linear in both.
    package init(_ references: [ColumnCells], targets: Int) {
        var starts = [Int32](repeating: 0, count: targets + 1)
        for cells in references {
            unsafe cells.withCells { cells, count in
                for index in 0..<count {
                    let target = unsafe Int(cells[index])
                    if target >= 0, target < targets { starts[target + 1] += 1 }
                }
            }
        }
        for index in 0..<targets { starts[index + 1] += starts[index] }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts[targets]))
        var row: Int32 = 0
        for cells in references {
            unsafe cells.withCells { cells, count in
                for index in 0..<count {
                    let target = unsafe Int(cells[index])
                    if target >= 0, target < targets {
                        rows[Int(next[target])] = row
                        next[target] += 1
                    }
                    row += 1
                }
            }
        }
        self.starts = starts
        self.rows = rows
    }

    /// Rows that belong to all that lie on the path from the row to which they refer.
    ///
    /// - Parameters:
    ///   - references: the column of references, stretch by stretch.
    ///   - paths: for each row to refer to, the rows that count it as theirs.
    /// - Complexity: linear in rows × the length of paths.
    package init(_ references: [ColumnCells], paths: [[Int32]]) {
        var starts = [Int32](repeating: 0, count: paths.count + 1)
        func each(_ body: (_ row: Int32, _ target: Int) -> Void) {
            var row: Int32 = 0
            for cells in references {
                unsafe cells.withCells { cells, count in
                    for index in 0..<count {
                        let reference = unsafe Int(cells[index])
                        if reference >= 0, reference < paths.count {
                            for target in paths[reference] { body(row, Int(target)) }
                        }
                        row += 1
                    }
                }
            }
        }
        each { starts[$1 + 1] += 1 }
        for index in 0..<paths.count { starts[index + 1] += starts[index] }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts[paths.count]))
        each { row, target in
            rows[Int(next[target])] = row
            next[target] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    /// Returns the rows that refer to row `target`.
    package func rows(of target: Int) -> ArraySlice<Int32> {
        rows[Int(starts[target])..<Int(starts[target + 1])]
    }
}
