@testable import HeguiColumns

extension ColumnCells {
    /// A column of these cells.
    convenience init(_ cells: [Int32], in arena: CellArena? = nil) {
        // One more, so that a list of none has an address too.
        let list = UnsafeMutablePointer<Int32>.allocate(capacity: cells.count + 1)
        for (index, cell) in cells.enumerated() { unsafe (list + index).initialize(to: cell) }
        unsafe self.init(UnsafePointer(list), count: cells.count, in: arena)
        unsafe list.deallocate()
    }
}
