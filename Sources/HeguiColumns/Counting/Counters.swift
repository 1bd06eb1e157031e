import CScan

/// Numbers that the rows of one table count up for the rows of another, several for each row.
///
/// Most are small: each has one byte, and what exceeds it is kept in a table.
///
/// Sendable because one thread counts, and others read only when it has finished.
@safe
package final class Counters: @unchecked Sendable {
    private let base: UnsafeMutablePointer<UInt8>
    private let pages: Pages
    package let rows: Int
    package let lanes: Int
    /// By place: the multiple of 256 that is to be added.
    private var beyond: [Int: Int32] = [:]

    package init(rows: Int, lanes: Int) {
        self.rows = rows
        self.lanes = lanes
        pages = Pages(size: rows * lanes)
        pages.claim()
        unsafe base = pages.base.bindMemory(to: UInt8.self, capacity: max(rows * lanes, 1))
    }

    package subscript(row: Int, lane: Int) -> Int32 {
        precondition(row >= 0 && row < rows && lane >= 0 && lane < lanes)
        let place = row * lanes + lane
        let low = unsafe Int32(base[place])
        return beyond.isEmpty ? low : low + (beyond[place] ?? 0)
    }

    /// Counts, for each row of a block that names a target, the lanes that are known to hold;
    /// there is a block of `truths` for each lane.
    package func count(_ targets: CellBlock, _ truths: [TruthBlock]) {
        precondition(truths.count == lanes && truths.allSatisfy { $0.count >= targets.count })
        for (lane, truth) in truths.enumerated() { count(targets, truth, lane: lane) }
    }

    private func count(_ targets: CellBlock, _ truth: TruthBlock, lane: Int) {
        let ahead = 24
        let (total, lanes, rows) = (targets.count, lanes, rows)
        let place = unsafe base + lane
        for index in 0..<total {
            if index + ahead < total {
                let next = unsafe Int(targets.base[index + ahead])
                if next >= 0 { unsafe cscan_prefetch_to_write(place + next &* lanes) }
            }
            let target = unsafe Int(targets.base[index])
            guard target >= 0, target < rows else { continue }
            let one = unsafe truth.base[index] >> 1
            let sum = unsafe place[target &* lanes] &+ one
            unsafe place[target &* lanes] = sum
            if sum < one { carry(256, at: target * lanes + lane) }
        }
    }

    private func carry(_ number: Int32, at place: Int) { beyond[place, default: 0] += number }

    /// Counts a lane of one row up by `number`.
    package func add(_ number: Int32, row: Int, lane: Int) {
        precondition(row >= 0 && row < rows && lane >= 0 && lane < lanes)
        let place = row * lanes + lane
        let sum = unsafe Int32(base[place]) + number
        unsafe base[place] = UInt8(sum & 0xFF)
        if sum > 0xFF { carry(sum & ~0xFF, at: place) }
    }

    /// Adds the numbers of `other`.
    package func add(_ other: Counters) {
        precondition(other.rows == rows && other.lanes == lanes)
        var start = 0
        while start < rows * lanes {
            let end = min(start + 4_096, rows * lanes)
            var hasCarry = false
            for place in start..<end {
                let more = unsafe other.base[place]
                let sum = unsafe base[place] &+ more
                unsafe base[place] = sum
                hasCarry = hasCarry || sum < more
            }
            if hasCarry {
                for place in start..<end where unsafe base[place] < other.base[place] {
                    carry(256, at: place)
                }
            }
            start = end
        }
        for (place, number) in other.beyond { carry(number, at: place) }
    }

    /// Sets the code that `table` has for each row's number in a lane; its last entry holds for all
    /// greater numbers.
    func look(
        up rows: Range<Int>, lane: Int, in table: [UInt8], _ codes: UnsafeMutablePointer<UInt8>
    ) {
        precondition(!table.isEmpty && lane >= 0 && lane < lanes)
        precondition(rows.lowerBound >= 0 && rows.upperBound <= self.rows)
        unsafe table.withUnsafeBufferPointer { table in
            let (last, lanes) = (table.count - 1, lanes)
            var place = unsafe base + rows.lowerBound * lanes + lane
            for row in rows {
                unsafe codes[row] = unsafe table[min(Int(place[0]), last)]
                unsafe place += lanes
            }
        }
        for place in beyond.keys where place % lanes == lane && rows.contains(place / lanes) {
            let row = place / lanes
            unsafe codes[row] = table[min(Int(self[row, lane]), table.count - 1)]
        }
    }
}

extension ColumnCells {
    /// The numbers of the first lane; those of the rows `special`, or of all where it is nil,
    /// cannot be told.
    package convenience init(_ counters: Counters, special: Set<Int>? = []) {
        unsafe self.init(count: counters.rows) { base in
            for row in 0..<counters.rows {
                let isSpecial = special?.contains(row) ?? true
                unsafe base[row] = isSpecial ? ColumnCells.special : counters[row, 0]
            }
        }
    }
}
