import HeguiColumns
import HeguiIntake
import HeguiRules

/// Counts the rows of one relation for several rules at once.
struct RelationScan {
    let relation: Int
    private(set) var lanes: [RelationLane] = []

    init(relation: Int) {
        self.relation = relation
    }

    /// Adds lanes; returns the number of the first.
    mutating func add(_ new: [RelationLane]) -> Int {
        lanes += new
        return lanes.count - new.count
    }

    /// What was counted.
    struct Counts: Sendable {
        let counters: Counters
        /// By lane: targets with a row that cannot be told.
        let open: [Set<Int32>]
    }

    /// Returns the counts; nil where columns cannot tell the relation.
    ///
    /// - Complexity: linear in the relation's rows, which each thread goes over in part.
    func counts(_ store: ColumnStore) -> Counts? {
        guard let place = store.place(ofRelation: relation) else { return nil }
        let link = store.schema.relations[relation]
        let table = store.tables.tables[link.table]
        let targets = store.tables.tables[link.target].rowCount
        let stretches = table.stretches.count
        // Threads count into tables of their own, which is only worth its memory for many rows.
        let threads = table.rowCount < 100_000 ? 1 : max(1, min(store.threads, stretches))
        let workers = (0..<threads).map { _ in Worker(targets: targets, lanes: lanes) }
        Parallel.run(stretches, threads: threads) { number, stretch in
            RowBlock.each(of: table, stretch) { rows in
                workers[number].take(rows, targets: rows.cells(place), lanes)
            }
        }
        return merged(workers)
    }

    private func merged(_ workers: [Worker]) -> Counts {
        let first = workers[0]
        for other in workers.dropFirst() {
            first.counters.add(other.counters)
            for lane in lanes.indices {
                first.open[lane].formUnion(other.open[lane])
                if let rows = other.distinct[lane] { first.distinct[lane]?.add(rows) }
            }
        }
        for (lane, rows) in first.distinct.enumerated() {
            rows?.count(into: first.counters, lane: lane, threads: workers.count)
        }
        return Counts(counters: first.counters, open: first.open)
    }

    /// What one thread has counted; no other touches it until all are done.
    private final class Worker: @unchecked Sendable {
        /// Made by the thread that counts.
        private(set) lazy var counters = Counters(rows: targets, lanes: lanes)
        private let (targets, lanes): (Int, Int)
        var open: [Set<Int32>]
        /// For lanes of distinct rows: those that count.
        var distinct: [DistinctRows?]

        init(targets: Int, lanes: [RelationLane]) {
            (self.targets, self.lanes) = (targets, lanes.count)
            open = Array(repeating: [], count: lanes.count)
            distinct = lanes.map { lane in
                lane.distinct.isEmpty ? nil : DistinctRows(width: lane.distinct.count)
            }
        }

        func take(_ rows: RowBlock, targets: CellBlock, _ lanes: [RelationLane]) {
            let truths = lanes.map { $0.block(rows) }
            for (lane, truth) in truths.enumerated() {
                truth.addOpen(targets, to: &open[lane])
                guard !lanes[lane].distinct.isEmpty else { continue }
                takeKeys(rows, targets, truth, lane, lanes[lane].distinct)
                truth.fill(TruthBlock.no)
            }
            counters.count(targets, truths)
        }

        private func takeKeys(
            _ rows: RowBlock, _ targets: CellBlock, _ truth: TruthBlock, _ lane: Int,
            _ sources: [CellKernel]
        ) {
            let parts = sources.map { $0.block(rows) }
            distinct[lane]?.add(targets, where: truth, keys: parts)
            for index in 0..<rows.count where truth[index] == TruthBlock.yes {
                let isOpen = parts.contains { $0[index] == ColumnCells.special }
                if isOpen, targets[index] >= 0 { open[lane].insert(targets[index]) }
            }
        }
    }
}
