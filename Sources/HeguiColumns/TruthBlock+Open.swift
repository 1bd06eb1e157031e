extension TruthBlock {
    /// Whether any row is open.
    package var hasOpen: Bool {
        var all: UInt8 = 0
        for index in 0..<count {
            let truth = unsafe base[index]
            // Only where it is open do the two bits differ.
            all |= truth ^ truth >> 1
        }
        return all & 1 != 0
    }

    /// Makes false what lies outside some days: such a row is not looked at, whatever else it
    /// holds. One without a day is open unless it is false anyway.
    package func within(_ cells: CellBlock, from first: Int32, through last: Int32) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let isPlain = cell > ColumnCells.special
            let isInside = cell >= first && cell <= last
            let truth = unsafe base[index]
            let inside = isInside ? truth : Self.no
            unsafe base[index] = isPlain ? inside : truth & Self.open
        }
    }
}

extension TruthBlock {
    /// Adds to `targets` those that open rows refer to.
    package func addOpen(_ cells: CellBlock, to targets: inout Set<Int32>) {
        guard hasOpen else { return }
        for index in 0..<count where unsafe base[index] == Self.open {
            let target = cells[index]
            if target >= 0 { targets.insert(target) }
        }
    }
}
