import HeguiColumns
import HeguiPack

extension OutcomeList {
    /// Returns the outcomes of a verdict that weigh most, at most `limit` of them, in the order of
    /// the list.
    ///
    /// - Parameters:
    ///   - limit: how many are returned at most.
    ///   - verdict: the verdict.
    ///   - isOpen: leaves out violations that an explanation has closed.
    /// - Returns: the outcomes, and how many there are in all.
    /// - Complexity: linear in all outcomes, but where outcomes are made only those that are
    ///   returned are.
    package func weightiest(
        _ limit: Int, of verdict: Verdict, isOpen: Bool = false
    ) -> (outcomes: [Outcome], total: Int) {
        if case .columns(let columns) = source {
            return columns.weightiest(limit, of: verdict, isOpen: isOpen)
        }
        var byLevel: [Level: [(place: Int, outcome: Outcome)]] = [:]
        var total = 0
        for outcome in those(of: [verdict]) where !isOpen || outcome.explanation == nil {
            if byLevel[outcome.level, default: []].count < limit {
                byLevel[outcome.level, default: []].append((total, outcome))
            }
            total += 1
        }
        let held = Level.allCases.sorted(by: >).flatMap { byLevel[$0] ?? [] }.prefix(limit)
        return (held.sorted { $0.place < $1.place }.map(\.outcome), total)
    }

    /// Returns by rule how many outcomes there are of each kind, none of which is made for it.
    package func censusByRule() -> [String: [OutcomeKind: Int]] {
        if case .columns(let columns) = source {
            return columns.parts.filter { $0.count > 0 }.reduce(into: [:]) { counts, part in
                counts[part.rule.planned.rule.id, default: [:]]
                    .merge(part.census(), uniquingKeysWith: +)
            }
        }
        return reduce(into: [:]) { counts, outcome in
            counts[outcome.rule, default: [:]][outcome.kind, default: 0] += 1
        }
    }

    /// Returns the outcomes of some rules, in order.
    package func those(ofRules rules: Set<String>) -> some Sequence<Outcome> {
        guard case .columns(let columns) = source else {
            return AnySequence(lazy.filter { rules.contains($0.rule) })
        }
        let parts = columns.parts.filter { rules.contains($0.rule.planned.rule.id) }
        return AnySequence(OutcomeList(ColumnOutcomes(parts, columns.run)))
    }

    /// The outcomes that have a rate, in order, those of rules that do not apply left out.
    package var rated: some Sequence<Outcome> {
        let verdicts = Set(Verdict.allCases).subtracting([.notApplicable])
        guard case .columns(let columns) = source else {
            return AnySequence(those(of: verdicts).lazy.filter { $0.rate != nil })
        }
        let parts = columns.parts.filter { $0.rule.planned.rule.requirement.givesRate }
        let list = OutcomeList(ColumnOutcomes(parts, columns.run))
        return AnySequence(list.those(of: verdicts).lazy.filter { $0.rate != nil })
    }
}

extension ColumnOutcomes {
    fileprivate func weightiest(
        _ limit: Int, of verdict: Verdict, isOpen: Bool
    ) -> (outcomes: [Outcome], total: Int) {
        let counts = census().filter {
            $0.key.verdict == verdict && !(isOpen && $0.key.isExplained)
        }
        var quotas: [Level: Int] = [:]
        var left = limit
        for level in Level.allCases.sorted(by: >) {
            let count = counts.reduce(0) { $0 + ($1.key.level == level ? $1.value : 0) }
            quotas[level] = min(count, left)
            left -= min(count, left)
        }
        let held = parts.map { part in
            part.taking(VerdictCode.set([verdict]), isOpen: isOpen, &quotas)
        }
        let list = OutcomeList(ColumnOutcomes(held, run))
        return (Array(list), counts.values.reduce(0, +))
    }
}

extension ColumnPart {
    /// Returns the part with the first rows whose code is wanted, so many of each level, which are
    /// taken from `quotas`.
    fileprivate func taking(
        _ wanted: CodeSet, isOpen: Bool, _ quotas: inout [Level: Int]
    ) -> ColumnPart {
        var rows: [Int] = []
        var start = 0
        while quotas.values.contains(where: { $0 > 0 }), let place = next(from: start, wanted) {
            let row = row(place)
            let kind = rule.kind(row)
            if let quota = quotas[kind.level], quota > 0, !(isOpen && kind.isExplained) {
                quotas[kind.level] = quota - 1
                rows.append(row)
            }
            start = place + 1
        }
        return ColumnPart(rule, rows: rows)
    }
}
