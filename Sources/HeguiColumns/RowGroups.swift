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

    /// 0 for a row of which all cells are there.
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
