/// Which cells there are: a mark for each of a range that holds the days of some centuries, and
/// a list of those beyond. One thread at a time marks.
package final class CellMarks: @unchecked Sendable {
    private static let first: Int32 = -65_536
    private static let count = 1 << 17

    private var marks = [UInt8](repeating: 0, count: CellMarks.count)
    private var others: Set<Int32> = []

    package init() {}

    /// Marks the cells of a block that are neither empty nor special.
    package func add(_ cells: CellBlock) {
        for index in 0..<cells.count {
            let cell = unsafe cells.base[index]
            let place = Int(cell) - Int(Self.first)
            if place >= 0, place < Self.count {
                marks[place] = 1
            } else if cell > ColumnCells.special {
                others.insert(cell)
            }
        }
    }

    package func add(_ other: CellMarks) {
        for place in marks.indices { marks[place] |= other.marks[place] }
        others.formUnion(other.others)
    }

    /// The cells in ascending order.
    package var cells: [Int32] {
        let marked = marks.indices.filter { marks[$0] != 0 }.map { Int32($0) + Self.first }
        return others.isEmpty ? marked : (marked + others).sorted()
    }
}
