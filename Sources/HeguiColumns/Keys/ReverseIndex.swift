/// For each row of a table, the rows of another that refer to it, in their order.
package struct ReverseIndex: Sendable {
    private let starts: [Int32]
    private let rows: [Int32]

    /// - Parameters:
    ///   - references: the column of references, part by part.
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
    ///   - references: the column of references, part by part.
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

/// Rows by what they have in several columns.
package struct RowGroups: Sendable {
    /// By row: its group's number, `absent` where a cell is empty, `special` where one cannot be
    /// told or the row is left out.
    private let groups: ColumnCells
    private let index: ReverseIndex

    /// How many groups there are.
    package let count: Int

    /// - Complexity: linear in rows × columns.
    package init(_ columns: [ColumnCells], rows: Int, where isKept: (Int) -> Bool) {
        let groups = ColumnCells(repeating: ColumnCells.special, count: rows)
        for row in 0..<rows where isKept(row) { groups[row] = Self.plain(columns, row) }
        var count = 1
        for column in columns {
            // A group and a cell make a narrower group.
            var numbers: [UInt64: Int32] = [:]
            for row in 0..<rows where groups[row] >= 0 {
                let pair =
                    UInt64(UInt32(bitPattern: groups[row])) << 32
                    | UInt64(UInt32(bitPattern: column[row]))
                if let known = numbers[pair] {
                    groups[row] = known
                } else {
                    groups[row] = Int32(numbers.count)
                    numbers[pair] = groups[row]
                }
            }
            count = numbers.count
        }
        self.groups = groups
        self.count = count
        index = ReverseIndex([groups], targets: count)
    }

    /// 0 for a row whose cells are all there.
    private static func plain(_ columns: [ColumnCells], _ row: Int) -> Int32 {
        var isEmpty = false
        for column in columns {
            if column[row] == ColumnCells.special { return ColumnCells.special }
            isEmpty = isEmpty || column[row] == ColumnCells.absent
        }
        return isEmpty ? ColumnCells.absent : 0
    }

    package subscript(row: Int) -> Int32 { groups[row] }

    package func count(of group: Int32) -> Int { index.rows(of: Int(group)).count }

    package func rows(of group: Int32) -> [Int] { index.rows(of: Int(group)).map { Int($0) } }
}
