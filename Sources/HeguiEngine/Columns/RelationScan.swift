import HeguiColumns
import HeguiPack
import HeguiTables

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
        let unsettled: [Set<Int32>]
    }

    /// Returns the counts of each relation that columns can tell.
    ///
    /// - Complexity: linear in the relations' rows, which each thread goes over in part.
    static func counts(_ scans: [Int: RelationScan], _ store: ColumnStore) -> [Int: Counts] {
        let known = scans.values.sorted { $0.relation < $1.relation }
            .compactMap { $0.work(store) }
        let pieces = known.enumerated().flatMap { number, work in
            work.pieces.map { (number, $0) }
        }
        Parallel.run(pieces.count, threads: store.threads) { worker, piece in
            let (number, slices) = pieces[piece]
            known[number].take(slices, worker)
        }
        let counts = Parallel.map(known.count, threads: store.threads) { _, number in
            known[number].counts
        }
        return Dictionary(uniqueKeysWithValues: zip(known.map(\.scan.relation), counts))
    }

    /// What there is to count; nil where columns cannot tell the relation.
    private func work(_ store: ColumnStore) -> Work? {
        guard let place = store.place(ofRelation: relation) else { return nil }
        let link = store.schema.relations[relation]
        let table = store.tables.tables[link.table]
        // Threads count into tables of their own, which is only worth its memory for many rows.
        let all = table.slices.indices
        let isLarge = table.rowCount >= 100_000
        return Work(
            scan: self, table: table, place: place,
            pieces: isLarge ? all.map { $0..<$0 + 1 } : all.isEmpty ? [] : [all],
            workers: (0..<(isLarge ? store.threads : 1)).map { _ in
                Worker(targets: store.tables.tables[link.target].rowCount, lanes: lanes)
            })
    }

    private struct Work: Sendable {
        let scan: RelationScan
        let table: ColumnTable
        /// Where the references stand.
        let place: Int
        /// Slices of the table that are counted one after another.
        let pieces: [Range<Int>]
        let workers: [Worker]

        func take(_ slices: Range<Int>, _ worker: Int) {
            let worker = workers[min(worker, workers.count - 1)]
            for slice in slices {
                RowBlock.each(of: table, slice) { rows in
                    worker.take(rows, targets: rows.cells(place), scan.lanes)
                }
            }
        }

        var counts: Counts {
            let first = workers[0]
            for other in workers.dropFirst() { first.add(other) }
            for (lane, rows) in first.distinct.enumerated() {
                rows?.count(into: first.counters, lane: lane, threads: workers.count)
            }
            return Counts(counters: first.counters, unsettled: first.unsettled)
        }
    }

    /// What one thread has counted; no other touches it until all are done.
    private final class Worker: @unchecked Sendable {
        /// Made by the thread that counts.
        private(set) lazy var counters = Counters(rows: targets, lanes: lanes)
        private let (targets, lanes): (Int, Int)
        var unsettled: [Set<Int32>]
        /// For lanes of distinct rows: those that count.
        var distinct: [DistinctRows?]

        init(targets: Int, lanes: [RelationLane]) {
            (self.targets, self.lanes) = (targets, lanes.count)
            unsettled = Array(repeating: [], count: lanes.count)
            distinct = lanes.map { lane in
                lane.distinct.isEmpty ? nil : DistinctRows(width: lane.distinct.count)
            }
        }

        func add(_ other: Worker) {
            counters.add(other.counters)
            for lane in unsettled.indices {
                unsettled[lane].formUnion(other.unsettled[lane])
                if let rows = other.distinct[lane] { distinct[lane]?.add(rows) }
            }
        }

        func take(_ rows: RowBlock, targets: CellBlock, _ lanes: [RelationLane]) {
            let truths = lanes.map { $0.block(rows) }
            for (lane, truth) in truths.enumerated() {
                truth.addUnsettled(targets, to: &unsettled[lane])
                guard !lanes[lane].distinct.isEmpty else { continue }
                takeKeys(rows, of: targets, where: truth, lane: lane, lanes[lane].distinct)
                truth.fill(TruthBlock.no)
            }
            counters.count(targets, truths)
        }

        private func takeKeys(
            _ rows: RowBlock, of targets: CellBlock, where truth: TruthBlock, lane: Int,
            _ sources: [CellKernel]
        ) {
            let parts = sources.map { $0.block(rows) }
            distinct[lane]?.add(targets, where: truth, keys: parts)
            for index in 0..<rows.count where truth[index] == TruthBlock.yes {
                let isUnsettled = parts.contains { $0[index] == ColumnCells.special }
                if isUnsettled, targets[index] >= 0 { unsettled[lane].insert(targets[index]) }
            }
        }
    }
}

/// Rows of a relation that are counted for the row that they refer to.
struct RelationLane: Sendable {
    /// The days within which a row counts.
    struct Days: Sendable {
        let day: CellKernel
        let first: Int32
        let last: Int32
    }

    let conditions: [TruthKernel]
    let days: Days?
    /// Rows of which these are the same count once.
    let distinct: [CellKernel]

    init(
        _ conditions: [TruthKernel], days: Days? = nil, distinct: [CellKernel] = []
    ) {
        self.conditions = conditions
        self.days = days
        self.distinct = distinct
    }

    func block(_ rows: RowBlock) -> TruthBlock {
        let truth = TruthBlock(count: rows.count)
        truth.fill(TruthBlock.yes)
        for condition in conditions { truth.and(condition.block(rows)) }
        if let days {
            truth.within(days.day.block(rows), from: days.first, through: days.last)
        }
        return truth
    }
}

/// The rows of a relation by the row that they refer to.
struct RelationRows: Sendable {
    let index: ReverseIndex
    let rows: WorkedRows

    /// Returns nil where columns do not tell the relation.
    init?(_ relation: Int, _ store: ColumnStore) {
        guard let index = store.index(ofRelation: relation) else { return nil }
        self.index = index
        let table = store.tables.tables[store.schema.relations[relation].table]
        rows = WorkedRows(table: table, threads: store.threads)
    }
}
