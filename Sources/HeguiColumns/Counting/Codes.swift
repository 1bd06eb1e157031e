import Glibc

/// One small number for each row of a table, such as the verdict of a rule.
///
/// Sendable because threads write blocks of different rows, and others read when all have finished.
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
        // Four tables, so that no count waits for the one before.
        var counts = [Int](repeating: 0, count: 4 * 256)
        unsafe counts.withUnsafeMutableBufferPointer { counts in
            let raw = unsafe UnsafeRawPointer(base)
            var (row, word) = (0, UInt64(0))
            while row + 8 <= count {
                let next = unsafe raw.loadUnaligned(fromByteOffset: row, as: UInt64.self)
                // Most rows are like those before.
                if next == word, next == UInt64(next & 0xFF) &* 0x0101_0101_0101_0101 {
                    unsafe counts[Int(next & 0xFF)] += 8
                } else {
                    for part in 0..<8 {
                        let code = Int(next >> UInt64(8 * part) & 0xFF)
                        unsafe counts[(part & 3) * 256 + code] += 1
                    }
                }
                word = next
                row += 8
            }
            while row < count {
                unsafe counts[Int(base[row])] += 1
                row += 1
            }
        }
        return (0..<256).map { counts[$0] + counts[256 + $0] + counts[512 + $0] + counts[768 + $0] }
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

    /// Sets a code by truth for the rows of a block, beginning at `row`.
    package func set(_ truth: TruthBlock, at row: Int, no: UInt8, yes: UInt8, unsettled: UInt8) {
        precondition(row >= 0 && row + truth.count <= count)
        let place = unsafe base + row
        func code(_ index: Int) -> UInt8 {
            let own = unsafe truth.base[index]
            let known = own == TruthBlock.no ? no : yes
            return own == TruthBlock.unsettled ? unsettled : known
        }
        // Memory that is never written costs nothing, and most blocks are as they should be.
        var differences: UInt8 = 0
        for index in 0..<truth.count { differences |= unsafe place[index] ^ code(index) }
        if differences == 0 { return }
        for index in 0..<truth.count { unsafe place[index] = code(index) }
    }

    /// Replaces the codes of the rows of a block for which `truth` is not true.
    package func limit(_ truth: TruthBlock, at row: Int, no: UInt8, unsettled: UInt8) {
        precondition(row >= 0 && row + truth.count <= count)
        let place = unsafe base + row
        for index in 0..<truth.count {
            let own = unsafe truth.base[index]
            let code = unsafe place[index]
            let other = own == TruthBlock.no ? no : unsettled
            unsafe place[index] = own == TruthBlock.yes ? code : other
        }
    }

    /// Sets the code of the rows of a block for which `truth` is true.
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
        package var unsettled: UInt8

        package init(met: UInt8, late: UInt8, pending: UInt8, unsettled: UInt8) {
            self.met = met
            self.late = late
            self.pending = pending
            self.unsettled = unsettled
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
                unsafe place[index] = codes.unsettled
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

    /// Sets the code that `table` has for each row's number in a lane; its last entry holds for all
    /// greater numbers.
    package func set(_ counters: Counters, lane: Int, table: [UInt8], rows: Range<Int>) {
        precondition(rows.lowerBound >= 0 && rows.upperBound <= count)
        unsafe counters.look(up: rows, lane: lane, in: table, base)
    }
}

/// Some of the codes that there may be.
package struct CodeSet: Sendable {
    let isWanted: [Bool]
    /// The code, where there is only one: it is found many bytes at a time.
    let only: UInt8?

    package init(_ codes: some Sequence<UInt8>) {
        var isWanted = [Bool](repeating: false, count: 256)
        for code in codes { isWanted[Int(code)] = true }
        self.isWanted = isWanted
        let first = isWanted.firstIndex(of: true)
        only = first == isWanted.lastIndex(of: true) ? first.map { UInt8($0) } : nil
    }

    package func contains(_ code: UInt8) -> Bool { isWanted[Int(code)] }
}
