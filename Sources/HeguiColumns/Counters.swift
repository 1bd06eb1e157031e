import CScan

/// Numbers that are counted up for the rows of a table by rows of another, several for each.
@safe
package final class Counters: @unchecked Sendable {
    let base: UnsafeMutablePointer<Int32>
    private let pages: Pages
    package let rows: Int
    package let lanes: Int

    package init(rows: Int, lanes: Int) {
        self.rows = rows
        self.lanes = lanes
        pages = Pages(size: rows * lanes * MemoryLayout<Int32>.stride)
        unsafe base = pages.base.bindMemory(to: Int32.self, capacity: max(rows * lanes, 1))
    }

    package subscript(row: Int, lane: Int) -> Int32 {
        precondition(row >= 0 && row < rows && lane >= 0 && lane < lanes)
        return unsafe base[row * lanes + lane]
    }

    /// Counts, for each row of a block that names a target, the lanes of which it is known that
    /// they hold; there is a block of `truths` for each lane.
    package func count(_ targets: CellBlock, _ truths: [TruthBlock]) {
        let ahead = 24
        let total = targets.count
        for index in 0..<total {
            if index + ahead < total {
                let next = unsafe Int(targets.base[index + ahead])
                if next >= 0 { unsafe cscan_prefetch_to_write(base + next * lanes) }
            }
            let target = unsafe Int(targets.base[index])
            guard target >= 0, target < rows else { continue }
            let place = unsafe base + target * lanes
            for lane in 0..<lanes {
                let truth = unsafe truths[lane].base[index]
                unsafe place[lane] += Int32(truth >> 1)
            }
        }
    }

    /// Counts a lane of one row up by `number`.
    package func add(_ number: Int32, row: Int, lane: Int) {
        precondition(row >= 0 && row < rows && lane >= 0 && lane < lanes)
        unsafe base[row * lanes + lane] += number
    }

    /// Adds the numbers of `other`, in a part of all.
    package func add(_ other: Counters, part: Int, of parts: Int) {
        let total = rows * lanes
        let (start, end) = (total * part / parts, total * (part + 1) / parts)
        for index in start..<end { unsafe base[index] += other.base[index] }
    }
}
