/// What the sheets of a file may still hold.
struct SheetRoom {
    private var cells: Int
    private var blocks: Int

    init(_ limits: IntakeLimits) {
        cells = limits.cells
        blocks = limits.mergedBlocks
    }

    /// Takes room for cells, or for what costs as much; returns false where there is none.
    mutating func takeCells(_ count: Int = 1) -> Bool {
        guard count <= cells else { return false }
        cells -= count
        return true
    }

    /// Takes room for a block of merged cells; returns false where there is none.
    mutating func takeBlock() -> Bool {
        guard blocks > 0 else { return false }
        blocks -= 1
        return true
    }
}
