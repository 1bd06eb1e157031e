import HeguiColumns

/// Makes the outcomes of some verdicts one after another, batches of them ahead by several threads.
///
/// What comes does not depend on the number of threads, and only so many batches are held.
struct ColumnOutcomeIterator: IteratorProtocol {
    private let outcomes: ColumnOutcomes
    private let wanted: CodeSet
    private var ahead: WorkAhead<[Outcome]>
    /// The index from which on nothing is begun yet.
    private var start = 0
    /// Who wants only the first few does not wait for many.
    private var size = 8
    private var made: [Outcome] = []
    private var place = 0

    init(_ outcomes: ColumnOutcomes, _ wanted: CodeSet) {
        self.outcomes = outcomes
        self.wanted = wanted
        ahead = WorkAhead(threads: outcomes.run.store.threads)
    }

    mutating func next() -> Outcome? {
        if place == made.count {
            while ahead.hasRoom,
                let batch = outcomes.batch(from: start, wanted, atMost: size)
            {
                start = batch.end
                size = min(size * 4, PlainJudge.batch)
                ahead.add { batch.rule.outcomes(batch.rows) }
            }
            guard let next = ahead.next() else { return nil }
            made = next
            place = 0
        }
        defer { place += 1 }
        return made[place]
    }
}
