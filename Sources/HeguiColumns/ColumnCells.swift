/// The cells of one column over a stretch of rows, four bytes each.
///
/// What a cell means is up to its column: a day's number, a place in a dictionary, the row that a
/// reference points at.
@safe
package final class ColumnCells: @unchecked Sendable {
    /// The cell is empty, or the row's source has no such column.
    package static let absent = Int32.min
    /// The cell holds something that four bytes cannot say; the row is kept elsewhere as a whole.
    package static let special = Int32.min + 1
    /// Of a reference: the cell names a row that is not there.
    package static let orphan: Int32 = -1

    private(set) var base: UnsafeMutablePointer<Int32>
    private var capacity: Int
    /// What keeps the memory, where it is not the column's own.
    private var pages: Pages?
    package private(set) var count = 0

    init(capacity: Int, in arena: CellArena) {
        self.capacity = max(capacity, 64)
        let memory = unsafe arena.take(self.capacity)
        unsafe base = memory.0
        unsafe pages = memory.1
    }

    package init(repeating cell: Int32, count: Int) {
        capacity = max(count, 64)
        self.count = count
        unsafe base = .allocate(capacity: capacity)
        unsafe base.update(repeating: cell, count: count)
    }

    /// All cells of `parts`, one after another.
    package init(joining parts: [ColumnCells]) {
        count = parts.reduce(0) { $0 + $1.count }
        capacity = max(count, 64)
        unsafe base = .allocate(capacity: capacity)
        var place = 0
        for part in parts {
            unsafe (base + place).update(from: part.base, count: part.count)
            place += part.count
        }
    }

    /// For each reference of `rows` the cell of the row that it names; `special` where it names
    /// none.
    package init(_ cells: ColumnCells, of rows: ColumnCells) {
        count = rows.count
        capacity = max(count, 64)
        unsafe base = .allocate(capacity: capacity)
        for index in 0..<count {
            let row = unsafe Int(rows.base[index])
            unsafe base[index] =
                row >= 0 && row < cells.count ? cells.base[row] : Self.special
        }
    }

    /// The numbers of the first lane.
    package init(_ counters: Counters) {
        count = counters.rows
        capacity = max(count, 64)
        unsafe base = .allocate(capacity: capacity)
        for row in 0..<count { unsafe base[row] = counters.base[row * counters.lanes] }
    }

    deinit { if pages == nil { unsafe base.deallocate() } }

    /// Returns the least and the greatest cell that is neither empty nor special, if there is one.
    package var bounds: ClosedRange<Int32>? {
        var (least, most) = (Int32.max, Int32.min)
        for index in 0..<count {
            let cell = unsafe base[index]
            guard cell > Self.special else { continue }
            least = min(least, cell)
            most = max(most, cell)
        }
        return least <= most ? least...most : nil
    }

    /// Marks in `found`, from the cell `first` on, the cells that there are.
    package func mark(_ found: inout [Bool], first: Int32) {
        for index in 0..<count {
            let place = unsafe Int(base[index]) - Int(first)
            if place >= 0, place < found.count { found[place] = true }
        }
    }

    package subscript(index: Int) -> Int32 {
        get {
            precondition(index >= 0 && index < count)
            return unsafe base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    /// Makes room for `wanted` cells, of which the first `kept` stay.
    func reserve(_ wanted: Int, keeping kept: Int) {
        count = kept
        if wanted > capacity { resize(to: wanted) }
    }

    /// Says how many cells there are.
    func finish(count: Int) { self.count = count }

    /// Leaves only the cells at `kept`, which are in ascending order.
    package func keep(_ kept: [Int]) {
        for (place, index) in kept.enumerated() { unsafe base[place] = base[index] }
        count = kept.count
    }

    /// Puts `codes[n]` in place of each number *n*.
    package func replace(by codes: [Int32]) {
        unsafe codes.withUnsafeBufferPointer { codes in
            for index in 0..<count {
                let number = unsafe base[index]
                if number >= 0, Int(number) < codes.count {
                    unsafe base[index] = codes[Int(number)]
                }
            }
        }
    }

    private func resize(to wanted: Int) {
        let other = UnsafeMutablePointer<Int32>.allocate(capacity: wanted)
        unsafe other.update(from: base, count: count)
        if pages == nil { unsafe base.deallocate() }
        pages = nil
        unsafe base = other
        capacity = wanted
    }
}
