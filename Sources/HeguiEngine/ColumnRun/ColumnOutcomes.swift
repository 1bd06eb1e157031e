import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

/// The outcomes of rules that were worked on columns, each made when it is asked for.
final class ColumnOutcomes: Sendable {
    let parts: [ColumnPart]
    /// Where each part's outcomes begin, and behind the last.
    private let starts: [Int]
    let run: ColumnRun

    init(_ parts: [ColumnPart], _ run: ColumnRun) {
        self.parts = parts
        self.run = run
        var starts = [0]
        for part in parts { starts.append((starts.last ?? 0) + part.count) }
        self.starts = starts
    }

    var count: Int { starts.last ?? 0 }

    private func place(_ index: Int) -> (number: Int, place: Int) {
        var (low, high) = (0, parts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return (low, index - starts[low])
    }

    func outcome(at index: Int) -> Outcome {
        let (number, place) = place(index)
        return parts[number].rule.outcome(parts[number].row(place))
    }

    func verdict(at index: Int) -> Verdict {
        let (number, place) = place(index)
        return parts[number].rule.verdict(parts[number].row(place))
    }

    /// Calls `body` with each subject of some types once.
    func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void) {
        var seen: Set<String> = []
        for part in parts {
            let type = part.rule.table.dataset.singular
            guard types.contains(type), seen.insert(type).inserted else { continue }
            for place in 0..<part.count {
                body(part.rule.subject(part.row(place)))
            }
        }
    }

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int] {
        parts.reduce(into: [:]) { counts, part in
            for (kind, count) in part.census() { counts[kind, default: 0] += count }
        }
    }

    /// Calls `body` with the facts of the outcomes of `verdicts`, in order.
    func forEachFacts<Failure: Error>(
        of verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        let wanted = VerdictCode.set(verdicts)
        for part in parts { try part.forEachFacts(wanted, body) }
    }

    /// Returns what `body` makes of each rule's facts, rules by several threads at once.
    func mapRules<Result: Sendable>(
        _ rules: [String], of verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result] {
        let wanted = VerdictCode.set(verdicts)
        return Parallel.map(parts.count, threads: threads) { _, number in
            let part = parts[number]
            return body(
                RuleFacts(rule: part.rule.planned.rule.id) { part.forEachFacts(wanted, $0) })
        }
    }

    /// Returns the first index from `start` on whose verdict is wanted, or nil.
    func next(from start: Int, _ wanted: CodeSet) -> Int? {
        guard start < count else { return nil }
        var (number, place) = place(start)
        while number < parts.count {
            if let found = parts[number].next(from: place, wanted) {
                return starts[number] + found
            }
            (number, place) = (number + 1, 0)
        }
        return nil
    }

    /// Returns the next outcomes to be made together: some of one rule, from the index `start` on.
    ///
    /// - Returns: the rule, the rows, and the index behind them; nil where no more is wanted.
    func batch(
        from start: Int, _ wanted: CodeSet, atMost limit: Int
    ) -> (rule: ColumnRule, rows: [Int], end: Int)? {
        guard let first = next(from: start, wanted) else { return nil }
        let (number, place) = place(first)
        let part = parts[number]
        let limit = part.rule.isWhole ? Int.max : limit
        var rows = [part.row(place)]
        var end = place + 1
        while rows.count < limit, let next = part.next(from: end, wanted) {
            rows.append(part.row(next))
            end = next + 1
        }
        return (part.rule, rows, starts[number] + end)
    }
}

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

/// The outcomes of one rule for all rows of its table, or for some that were selected.
struct ColumnPart: Sendable {
    let rule: ColumnRule
    /// In ascending order; nil: all.
    let rows: [Int]?

    init(_ rule: ColumnRule, rows: [Int]? = nil) {
        self.rule = rule
        self.rows = rows
    }

    var count: Int { rows?.count ?? rule.codes.count }

    func row(_ place: Int) -> Int { rows.map { $0[place] } ?? place }

    /// Returns the first place from `start` on whose code is wanted, or nil.
    func next(from start: Int, _ wanted: CodeSet) -> Int? {
        guard let rows else { return rule.codes.next(from: start, wanted: wanted) }
        return (start..<max(start, rows.count)).first { wanted.contains(rule.codes[rows[$0]]) }
    }

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int] {
        guard let rows else { return rule.census() }
        return rows.reduce(into: [:]) { $0[rule.kind($1), default: 0] += 1 }
    }

    /// Calls `body` with the facts of the rows whose code is wanted, in order.
    func forEachFacts<Failure: Error>(
        _ wanted: CodeSet, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        guard let rows else { return try rule.forEachFacts(wanted, body) }
        for row in rows where wanted.contains(rule.codes[row]) { try body(rule.facts(row)) }
    }
}
