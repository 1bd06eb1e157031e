/// Whether a condition holds for each of a block of rows.
///
/// Operations follow Kleene: false and anything is false.
@safe
package final class TruthBlock {
    /// The most rows of a block.
    package static let capacity = 4_096

    // Two bits, so that "and" and "or" over many rows are one operation each.

    package static let no: UInt8 = 0b00
    /// It is not known, or the plain evaluator must decide.
    package static let unsettled: UInt8 = 0b01
    package static let yes: UInt8 = 0b11

    let base: UnsafeMutablePointer<UInt8>
    package let count: Int

    package init(count: Int) {
        self.count = min(count, Self.capacity)
        unsafe base = .allocate(capacity: Self.capacity)
    }

    deinit { unsafe base.deallocate() }

    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return unsafe base[index]
    }

    package func fill(_ truth: UInt8) {
        unsafe base.update(repeating: truth, count: count)
    }

    /// Sets the truth of each row.
    package func fill(each truth: (Int) -> UInt8) {
        for index in 0..<count { unsafe base[index] = truth(index) }
    }

    package func and(_ other: TruthBlock) {
        for index in 0..<count {
            unsafe base[index] &= other.base[index]
        }
    }

    package func or(_ other: TruthBlock) {
        for index in 0..<count {
            unsafe base[index] |= other.base[index]
        }
    }

    package func negate() {
        for index in 0..<count {
            let truth = unsafe base[index]
            unsafe base[index] = truth == Self.unsettled ? truth : truth ^ Self.yes
        }
    }

    /// Takes the truth of `first` where the block is true, of `second` where it is false.
    package func choose(_ first: TruthBlock, _ second: TruthBlock) {
        for index in 0..<count {
            switch unsafe base[index] {
            case Self.yes: unsafe base[index] = first.base[index]
            case Self.no: unsafe base[index] = second.base[index]
            default: continue
            }
        }
    }
}

extension TruthBlock {
    /// How two cells are compared.
    package enum Comparison: Sendable {
        case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    }

    /// Sets whether each cell compares to `constant`; an empty cell gives `absent`.
    package func compare(
        _ cells: CellBlock, _ comparison: Comparison, with constant: Int32, absent: UInt8
    ) {
        switch comparison {
        case .less: set(cells, absent: absent) { $0 < constant }
        case .lessOrEqual: set(cells, absent: absent) { $0 <= constant }
        case .greater: set(cells, absent: absent) { $0 > constant }
        case .greaterOrEqual: set(cells, absent: absent) { $0 >= constant }
        case .equal: set(cells, absent: absent) { $0 == constant }
        case .notEqual: set(cells, absent: absent) { $0 != constant }
        }
    }

    @inline(__always)
    private func set(_ cells: CellBlock, absent: UInt8, _ holds: (Int32) -> Bool) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let truth = holds(cell) ? Self.yes : Self.no
            let isPlain = cell > ColumnCells.special
            unsafe base[index] =
                isPlain ? truth : cell == ColumnCells.absent ? absent : Self.unsettled
        }
    }

    /// Sets whether the cells of two blocks compare; unsettled where either is empty.
    package func compare(_ left: CellBlock, _ comparison: Comparison, with right: CellBlock) {
        for index in 0..<count {
            let (a, b) = unsafe (left.base[index], right.base[index])
            guard a > ColumnCells.special, b > ColumnCells.special else {
                unsafe base[index] = Self.unsettled
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
    /// `absent`, one beyond the table is unsettled.
    package func look(up cells: CellBlock, in table: [UInt8], first: Int32, absent: UInt8) {
        unsafe table.withUnsafeBufferPointer { table in
            for index in 0..<count {
                let cell = unsafe cells.base[index]
                let place = Int(cell) - Int(first)
                if place >= 0, place < table.count {
                    unsafe base[index] = table[place]
                } else {
                    unsafe base[index] = cell == ColumnCells.absent ? absent : Self.unsettled
                }
            }
        }
    }

    /// Sets whether each reference names a row: `present`, or `missing` where it does not.
    package func present(_ cells: CellBlock, present: UInt8, missing: UInt8) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let isPlain = cell != ColumnCells.special
            unsafe base[index] = cell >= 0 ? present : isPlain ? missing : Self.unsettled
        }
    }
}

extension TruthBlock {
    /// Sets, for each row, the truth that the block of its number in `choices` has; unsettled where the
    /// number is negative.
    package func choose(_ choices: [Int], among blocks: [TruthBlock]) {
        precondition(choices.count >= count && blocks.allSatisfy { $0.count >= count })
        for index in 0..<count {
            let choice = choices[index]
            unsafe base[index] = choice >= 0 ? blocks[choice].base[index] : Self.unsettled
        }
    }
}

extension TruthBlock {
    /// Whether any row is unsettled.
    package var hasUnsettled: Bool {
        var all: UInt8 = 0
        for index in 0..<count {
            let truth = unsafe base[index]
            // Only where it is unsettled do the two bits differ.
            all |= truth ^ truth >> 1
        }
        return all & 1 != 0
    }

    /// Makes false what lies outside some days: the rest of such a row does not matter. A row
    /// without a day is unsettled unless it is false anyway.
    package func within(_ cells: CellBlock, from first: Int32, through last: Int32) {
        for index in 0..<count {
            let cell = unsafe cells.base[index]
            let isPlain = cell > ColumnCells.special
            let isInside = cell >= first && cell <= last
            let truth = unsafe base[index]
            let inside = isInside ? truth : Self.no
            unsafe base[index] = isPlain ? inside : truth & Self.unsettled
        }
    }
}

extension TruthBlock {
    /// Adds to `targets` the rows that unsettled rows refer to.
    package func addUnsettled(_ cells: CellBlock, to targets: inout Set<Int32>) {
        guard hasUnsettled else { return }
        for index in 0..<count where unsafe base[index] == Self.unsettled {
            let target = cells[index]
            if target >= 0 { targets.insert(target) }
        }
    }
}
