/// Rows that count for the row that they refer to; rows with the same keys count once.
///
/// They are kept as they come, in four bytes a key, and compared target by target at the end.
package struct DistinctRows: Sendable {
    private let width: Int
    private var targets: [Int32] = []
    /// So many for each row as there are keys.
    private var keys: [Int32] = []

    /// - Parameter width: how many keys a row has.
    package init(width: Int) {
        self.width = width
    }

    /// Adds the rows of a block that name a target and for which `truth` is true.
    package mutating func add(_ rows: CellBlock, where truth: TruthBlock, keys blocks: [CellBlock])
    {
        precondition(blocks.count == width && blocks.allSatisfy { $0.count >= rows.count })
        for index in 0..<rows.count where truth[index] == TruthBlock.yes {
            let target = unsafe rows.base[index]
            guard target >= 0 else { continue }
            targets.append(target)
            for block in blocks { keys.append(unsafe block.base[index]) }
        }
    }

    package mutating func add(_ other: DistinctRows) {
        targets += other.targets
        keys += other.keys
    }

    /// Counts, in a lane, how many different rows each target has.
    ///
    /// - Complexity: O(*n* log *m*) in the number of rows, where a target has at most *m*.
    package func count(into counters: Counters, lane: Int, threads: Int) {
        let count = counters.rows
        var starts = [Int32](repeating: 0, count: count + 1)
        for target in targets where Int(target) < count { starts[Int(target) + 1] += 1 }
        for target in 0..<count { starts[target + 1] += starts[target] }
        var order = [Int32](repeating: 0, count: Int(starts[count]))
        var next = starts
        for (row, target) in targets.enumerated() where Int(target) < count {
            order[Int(next[Int(target)])] = Int32(row)
            next[Int(target)] += 1
        }
        next = []
        let piece = 1 << 14
        let pieces = (count + piece - 1) / piece
        let numbers = Parallel.map(pieces, threads: threads) { [order, starts] _, number in
            var rows: [Int32] = []
            return (number * piece..<min(count, (number + 1) * piece)).map { target -> Int32 in
                let range = Int(starts[target])..<Int(starts[target + 1])
                if range.isEmpty { return 0 }
                rows.removeAll(keepingCapacity: true)
                rows += order[range]
                return different(&rows)
            }
        }
        // Only one thread at a time adds to counters.
        for (target, number) in numbers.joined().enumerated() where number > 0 {
            counters.add(number, row: target, lane: lane)
        }
    }

    /// Up to how many rows are compared with each other rather than sorted.
    private static let few = 12

    private func different(_ rows: inout [Int32]) -> Int32 {
        if rows.count > Self.few {
            rows.sort { isBefore($0, $1) }
            return 1 + Int32((1..<rows.count).count { isBefore(rows[$0 - 1], rows[$0]) })
        }
        var count: Int32 = 0
        for place in rows.indices where !rows[..<place].contains(where: { isSame($0, rows[place]) })
        {
            count += 1
        }
        return count
    }

    private func isSame(_ left: Int32, _ right: Int32) -> Bool {
        let (a, b) = (Int(left) * width, Int(right) * width)
        for key in 0..<width where keys[a + key] != keys[b + key] { return false }
        return true
    }

    private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
        let (a, b) = (Int(left) * width, Int(right) * width)
        for key in 0..<width where keys[a + key] != keys[b + key] {
            return keys[a + key] < keys[b + key]
        }
        return false
    }
}
