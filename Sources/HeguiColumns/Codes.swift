import Glibc

/// One small number for each row of a table, such as the verdict of a rule.
@safe
package final class Codes: @unchecked Sendable {
    private let base: UnsafeMutablePointer<UInt8>
    private let pages: Pages
    package let count: Int

    package init(repeating code: UInt8, count: Int) {
        self.count = count
        pages = Pages(size: count)
        unsafe base = pages.base.bindMemory(to: UInt8.self, capacity: max(count, 1))
        if code != 0 { unsafe base.update(repeating: code, count: count) }
    }

    package subscript(row: Int) -> UInt8 {
        get {
            precondition(row >= 0 && row < count)
            return unsafe base[row]
        }
        set {
            precondition(row >= 0 && row < count)
            unsafe base[row] = newValue
        }
    }

    /// How often each code stands.
    package func histogram() -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        unsafe counts.withUnsafeMutableBufferPointer { counts in
            for row in 0..<count { unsafe counts[Int(base[row])] += 1 }
        }
        return counts
    }

    /// Returns the first row from `start` on whose code is wanted, or nil.
    package func next(from start: Int, wanted: CodeSet) -> Int? {
        if start >= count { return nil }
        if let only = wanted.only {
            guard let found = unsafe memchr(base + start, Int32(only), count - start) else {
                return nil
            }
            return unsafe UnsafePointer(base).distance(
                to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self)))
        }
        return unsafe wanted.isWanted.withUnsafeBufferPointer { wanted in
            var row = start
            while row < count {
                if unsafe wanted[Int(base[row])] { return row }
                row += 1
            }
            return nil
        }
    }

    /// Sets a code by truth for the rows of a block, the first of which is `row`.
    package func set(_ truth: TruthBlock, at row: Int, no: UInt8, yes: UInt8, open: UInt8) {
        precondition(row >= 0 && row + truth.count <= count)
        let place = unsafe base + row
        for index in 0..<truth.count {
            let own = unsafe truth.base[index]
            let known = own == TruthBlock.no ? no : yes
            unsafe place[index] = own == TruthBlock.open ? open : known
        }
    }

    /// Replaces the codes of those rows of a block of which `truth` is not true.
    package func limit(_ truth: TruthBlock, at row: Int, no: UInt8, open: UInt8) {
        precondition(row >= 0 && row + truth.count <= count)
        let place = unsafe base + row
        for index in 0..<truth.count {
            let own = unsafe truth.base[index]
            let code = unsafe place[index]
            let other = own == TruthBlock.no ? no : open
            unsafe place[index] = own == TruthBlock.yes ? code : other
        }
    }

    /// Sets the code of those rows of a block of which `truth` is true.
    package func overwrite(_ truth: TruthBlock, at row: Int, yes: UInt8) {
        precondition(row >= 0 && row + truth.count <= count)
        let place = unsafe base + row
        for index in 0..<truth.count where unsafe truth.base[index] == TruthBlock.yes {
            unsafe place[index] = yes
        }
    }

    /// The codes of a deadline.
    package struct DeadlineCodes: Sendable {
        package var met: UInt8
        package var late: UInt8
        package var pending: UInt8
        package var open: UInt8

        package init(met: UInt8, late: UInt8, pending: UInt8, open: UInt8) {
            self.met = met
            self.late = late
            self.pending = pending
            self.open = open
        }
    }

    /// Sets how acts stand to their due days; an act after `asOf` or before `opening` is none.
    package func set(
        done: CellBlock, due: CellBlock, asOf: Int32, opening: Int32?, at row: Int,
        _ codes: DeadlineCodes
    ) {
        precondition(row >= 0 && row + done.count <= count && due.count == done.count)
        let place = unsafe base + row
        let first = opening ?? ColumnCells.special + 1
        for index in 0..<done.count {
            let (act, last) = unsafe (done.base[index], due.base[index])
            if act == ColumnCells.special || last <= ColumnCells.special {
                unsafe place[index] = codes.open
                continue
            }
            let isDone = act > ColumnCells.special && act <= asOf && act >= first
            let code =
                isDone
                ? (act <= last ? codes.met : codes.late)
                : (asOf < last ? codes.pending : codes.late)
            unsafe place[index] = code
        }
    }

    /// Sets what `table` says of each row's number in a lane; its last entry stands for all beyond.
    package func set(_ counters: Counters, lane: Int, table: [UInt8], rows: Range<Int>) {
        precondition(rows.lowerBound >= 0 && rows.upperBound <= min(count, counters.rows))
        precondition(!table.isEmpty && lane < counters.lanes)
        unsafe table.withUnsafeBufferPointer { table in
            let last = table.count - 1
            for row in rows {
                let number = unsafe Int(counters.base[row * counters.lanes + lane])
                unsafe base[row] = table[min(number, last)]
            }
        }
    }
}
