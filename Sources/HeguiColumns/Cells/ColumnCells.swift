/// The cells of one column over rows that follow one another, in as many bytes as they need.
///
/// What a cell means is up to its column: a day's number, a place in a dictionary, the row that a
/// reference points at. Cells that lie close together take one or two bytes each, others four.
///
/// Sendable because one thread fills a column before others read it; only `put` of a block may run
/// on several threads at once, each with rows of its own.
@safe
package final class ColumnCells: @unchecked Sendable {
    /// The cell is empty, or the row's source has no such column.
    package static let absent = Int32.min
    /// The cell holds something that four bytes cannot express; the whole row is kept elsewhere.
    package static let special = Int32.min + 1
    /// In a column of references: the cell names a row that does not exist.
    package static let orphan: Int32 = -1

    private var store: CellStore
    package private(set) var count: Int

    /// Copies `count` cells.
    init(_ cells: UnsafePointer<Int32>, count: Int, in arena: CellArena?) {
        self.count = count
        store = unsafe CellStore(cells, count: count, in: arena)
    }

    init(count: Int, _ fill: (UnsafeMutablePointer<Int32>) -> Void) {
        self.count = count
        store = unsafe CellStore(wide: count, fill)
    }

    package convenience init(_ cells: [Int32]) {
        unsafe self.init(count: cells.count) { base in
            for (index, cell) in cells.enumerated() { unsafe base[index] = cell }
        }
    }

    package convenience init(repeating cell: Int32, count: Int) {
        unsafe self.init(count: count) { unsafe $0.update(repeating: cell, count: count) }
    }

    /// All cells of `parts`, one after another.
    package convenience init(joining parts: [ColumnCells]) {
        unsafe self.init(count: parts.reduce(0) { $0 + $1.count }) { base in
            var place = 0
            for part in parts {
                unsafe part.store.copy(0..<part.count, to: base + place)
                place += part.count
            }
        }
    }

    /// For each reference of `rows` the cell of the row that it names; `special` where it names
    /// none.
    package convenience init(_ cells: ColumnCells, of rows: ColumnCells) {
        unsafe self.init(count: rows.count) { base in
            unsafe rows.store.copy(0..<rows.count, to: base)
            unsafe cells.replace(base, count: rows.count)
        }
    }

    /// Returns the least and the greatest cell that is neither empty nor special, if there is one.
    package var bounds: ClosedRange<Int32>? {
        unsafe withCells { unsafe CellStore.bounds($0, count: $1) }
    }

    /// Returns whether one of the cells is `cell`.
    package func contains(_ cell: Int32) -> Bool {
        unsafe withCells { cells, count in
            var isThere = false
            for index in 0..<count { isThere = unsafe isThere || cells[index] == cell }
            return isThere
        }
    }

    /// Marks in `found`, from the cell `first` on, the cells that there are.
    package func mark(_ found: inout [Bool], first: Int32) {
        unsafe withCells { cells, count in
            for index in 0..<count {
                let place = unsafe Int(cells[index]) - Int(first)
                if place >= 0, place < found.count { found[place] = true }
            }
        }
    }

    package subscript(index: Int) -> Int32 {
        get {
            precondition(index >= 0 && index < count)
            return store[index]
        }
        set {
            precondition(index >= 0 && index < count)
            if store.put(newValue, at: index) { return }
            // It does not lie close to the others.
            unsafe change { unsafe $0[index] = newValue }
        }
    }

    /// Leaves only the cells at `kept`, which are in ascending order.
    package func keep(_ kept: [Int]) {
        unsafe change { cells in
            for (place, index) in kept.enumerated() { unsafe cells[place] = cells[index] }
        }
        count = kept.count
    }

    /// Puts `codes[n]` in place of each number *n*.
    package func replace(by codes: [Int32]) {
        if codes.indices.allSatisfy({ codes[$0] == Int32($0) }) { return }
        unsafe change { cells in
            unsafe codes.withUnsafeBufferPointer { codes in
                for index in 0..<count {
                    let number = unsafe cells[index]
                    if number >= 0, Int(number) < codes.count {
                        unsafe cells[index] = codes[Int(number)]
                    }
                }
            }
        }
    }

    /// Calls `body` with all cells, four bytes each, and their number.
    func withCells<Result>(_ body: (UnsafePointer<Int32>, Int) -> Result) -> Result {
        if let wide = unsafe store.wide { return unsafe body(wide, count) }
        return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(count, 1)) {
            buffer in
            // A buffer with room has an address.
            let base = unsafe buffer.baseAddress.unsafelyUnwrapped
            unsafe store.copy(0..<count, to: base)
            return unsafe body(base, count)
        }
    }

    /// Returns the cells from `start` on as they stand in memory, where they take four bytes each.
    func wide(from start: Int) -> UnsafePointer<Int32>? {
        unsafe store.wide.map { unsafe $0 + start }
    }

    /// Puts the cells of `range` at `place`, four bytes each.
    func copy(_ range: Range<Int>, to place: UnsafeMutablePointer<Int32>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        unsafe store.copy(range, to: place)
    }

    /// Puts the cell of the row that each of `rows` names in its place; `special` where it names
    /// none.
    func replace(_ rows: UnsafeMutablePointer<Int32>, count total: Int) {
        for index in 0..<total {
            let row = unsafe Int(rows[index])
            unsafe rows[index] = row >= 0 && row < count ? store[row] : Self.special
        }
    }

    private func change(_ body: (UnsafeMutablePointer<Int32>) -> Void) {
        store = unsafe CellStore(wide: count) { cells in
            unsafe store.copy(0..<count, to: cells)
            unsafe body(cells)
        }
    }
}
