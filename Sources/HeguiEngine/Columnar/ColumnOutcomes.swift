import HeguiColumns
import HeguiIntake
import HeguiRules

/// The outcomes of rules that were worked on columns, each made when it is asked for.
final class ColumnOutcomes: Sendable {
    private let rules: [ColumnRule]
    /// Where each rule's outcomes begin, and behind the last.
    private let starts: [Int]

    init(_ rules: [ColumnRule]) {
        self.rules = rules
        var starts = [0]
        for rule in rules { starts.append((starts.last ?? 0) + rule.codes.count) }
        self.starts = starts
    }

    var count: Int { starts.last ?? 0 }

    private func place(_ index: Int) -> (rule: ColumnRule, row: Int) {
        var (low, high) = (0, rules.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return (rules[low], index - starts[low])
    }

    func outcome(_ index: Int) -> Outcome {
        let place = place(index)
        return place.rule.outcome(place.row)
    }

    /// Calls `body` with each subject of some types once, by its key alone.
    func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void) {
        var seen: Set<String> = []
        for rule in rules {
            let type = rule.table.dataset.singular
            guard types.contains(type), seen.insert(type).inserted else { continue }
            for row in 0..<rule.codes.count {
                let id = rule.facts(row).subject
                body(Outcome.Subject(type: type, row: row, id: id, name: id))
            }
        }
    }

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int] {
        rules.reduce(into: [:]) { counts, rule in
            for (kind, count) in rule.census() { counts[kind, default: 0] += count }
        }
    }

    func verdict(_ index: Int) -> Verdict {
        let place = place(index)
        return place.rule.verdict(place.row)
    }

    /// Calls `body` with the facts of the outcomes of `verdicts`, in order.
    func forEachFacts<Failure: Error>(
        _ verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        let wanted = VerdictCode.set(verdicts)
        for rule in rules { try rule.forEachFacts(wanted, body) }
    }

    /// Returns what `body` makes of each rule's facts, rules by several threads at once.
    func mapRules<Result: Sendable>(
        _ verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result] {
        let wanted = VerdictCode.set(verdicts)
        return Parallel.map(rules.count, threads: threads) { _, number in
            let rule = rules[number]
            return body(
                RuleFacts(rule: rule.planned.rule.id, .column(rule, wanted: wanted)))
        }
    }

    /// Returns the first index from `start` on whose verdict is wanted, or nil.
    func next(from start: Int, _ wanted: CodeSet) -> Int? {
        var start = start
        while start < count {
            let (rule, row) = place(start)
            if let found = rule.codes.next(from: row, wanted: wanted) {
                return start - row + found
            }
            start += rule.codes.count - row
        }
        return nil
    }
}
