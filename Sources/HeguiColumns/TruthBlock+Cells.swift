extension TruthBlock {
    /// How two cells are compared.
    package enum Comparison: Sendable {
        case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    }

    /// Sets whether each cell compares to `constant`; an empty cell gives `absent`.
    package func compare(
        _ cells: CellBlock, _ comparison: Comparison, _ constant: Int32, absent: UInt8
    ) {
        switch comparison {
        case .less: set(cells, absent) { $0 < constant }
        case .lessOrEqual: set(cells, absent) { $0 <= constant }
        case .greater: set(cells, absent) { $0 > constant }
        case .greaterOrEqual: set(cells, absent) { $0 >= constant }
        case .equal: set(cells, absent) { $0 == constant }
        case .notEqual: set(cells, absent) { $0 != constant }
        }
    }

    @inline(__always)
    private func set(_ cells: CellBlock, _ absent: UInt8, _ holds: (Int32) -> Bool) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let truth = holds(cell) ? Self.yes : Self.no
            let isPlain = cell > ColumnCells.special
            unsafe base[index] = isPlain ? truth : cell == ColumnCells.absent ? absent : Self.open
        }
    }

    /// Sets whether the cells of two blocks compare; open where either is empty.
    package func compare(_ left: CellBlock, _ comparison: Comparison, _ right: CellBlock) {
        for index in 0..<count {
            let (a, b) = unsafe (left.base[index], right.base[index])
            guard a > ColumnCells.special, b > ColumnCells.special else {
                unsafe base[index] = Self.open
                continue
            }
            let holds =
                switch comparison {
                case .less: a < b
                case .lessOrEqual: a <= b
                case .greater: a > b
                case .greaterOrEqual: a >= b
                case .equal: a == b
                case .notEqual: a != b
                }
            unsafe base[index] = holds ? Self.yes : Self.no
        }
    }

    /// Sets what `table` says of each cell, from the cell `first` on; an empty cell gives
    /// `absent`, one beyond the table is open.
    package func look(up cells: CellBlock, in table: [UInt8], first: Int32, absent: UInt8) {
        unsafe table.withUnsafeBufferPointer { table in
            for index in 0..<count {
                let cell = unsafe cells.base[index]
                let place = Int(cell) - Int(first)
                if place >= 0, place < table.count {
                    unsafe base[index] = table[place]
                } else {
                    unsafe base[index] = cell == ColumnCells.absent ? absent : Self.open
                }
            }
        }
    }

    /// Sets whether each reference names a row: `present`, or `missing` where it does not.
    package func present(_ cells: CellBlock, present: UInt8, missing: UInt8) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let isPlain = cell != ColumnCells.special
            unsafe base[index] = cell >= 0 ? present : isPlain ? missing : Self.open
        }
    }
}
