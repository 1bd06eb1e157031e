extension ColumnCells {
    /// Puts the cells of a block from `place` on; in columns of four bytes a cell, several threads
    /// may do so in places of their own.
    package func put(_ block: CellBlock, at place: Int) {
        precondition(place >= 0 && place + block.count <= count)
        if let wide = unsafe wide(from: place) {
            unsafe UnsafeMutablePointer(mutating: wide).update(from: block.base, count: block.count)
        } else {
            for index in 0..<block.count { self[place + index] = block[index] }
        }
    }
}

extension CellBlock {
    /// The cells from `least` on, and empty ones; all others become `special`.
    package convenience init(_ cells: CellBlock, keepingFrom least: Int32) {
        self.init(repeating: ColumnCells.special, count: cells.count)
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            if cell >= least || cell == ColumnCells.absent { unsafe base[index] = cell }
        }
    }
}
