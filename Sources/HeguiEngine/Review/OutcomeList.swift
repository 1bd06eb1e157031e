import HeguiColumns

/// The outcomes of a review, in the pack's order of rules, then of rows.
///
/// They may be made when they are asked for, so whoever needs them once goes over them once, and
/// whoever needs only some verdicts asks for `those(of:)`.
package struct OutcomeList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    enum Source: Sendable {
        case stored([Outcome])
        case made(
            count: Int, outcome: @Sendable (Int) -> Outcome, verdict: @Sendable (Int) -> Verdict)
        case columns(ColumnOutcomes)
    }

    let source: Source

    package init(_ outcomes: [Outcome]) {
        source = .stored(outcomes)
    }

    package init(arrayLiteral outcomes: Outcome...) {
        self.init(outcomes)
    }

    /// A list of `count` outcomes, each made whenever it is asked for.
    ///
    /// - Parameters:
    ///   - count: how many there are.
    ///   - outcome: makes the outcome of an index, always the same.
    ///   - verdict: returns that outcome's verdict in less time than it takes to make it.
    package init(
        count: Int, outcome: @escaping @Sendable (Int) -> Outcome,
        verdict: @escaping @Sendable (Int) -> Verdict
    ) {
        source = .made(count: count, outcome: outcome, verdict: verdict)
    }

    init(_ columns: ColumnOutcomes) {
        source = .columns(columns)
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch source {
        case .stored(let outcomes): outcomes.count
        case .made(let count, _, _): count
        case .columns(let columns): columns.count
        }
    }

    package subscript(index: Int) -> Outcome {
        switch source {
        case .stored(let outcomes): outcomes[index]
        case .made(_, let outcome, _): outcome(index)
        case .columns(let columns): columns.outcome(index)
        }
    }

    /// Returns the verdict of an outcome without the rest of it.
    package func verdict(at index: Int) -> Verdict {
        switch source {
        case .stored(let outcomes): outcomes[index].verdict
        case .made(_, _, let verdict): verdict(index)
        case .columns(let columns): columns.verdict(index)
        }
    }

    /// Goes over all outcomes in order, those that are made by several threads ahead.
    package func makeIterator() -> AnyIterator<Outcome> {
        iterator(of: Set(Verdict.allCases))
    }

    private func iterator(of verdicts: Set<Verdict>) -> AnyIterator<Outcome> {
        switch source {
        case .stored(let outcomes):
            AnyIterator(outcomes.lazy.filter { verdicts.contains($0.verdict) }.makeIterator())
        case .made(_, let outcome, _):
            AnyIterator(places(of: verdicts).lazy.map(outcome).makeIterator())
        case .columns(let columns):
            AnyIterator(ColumnOutcomeIterator(columns, VerdictCode.set(verdicts)))
        }
    }

    /// Returns the outcomes of `verdicts` in order, none of which is made long before its turn.
    ///
    /// - Complexity: to go over them takes time linear in all outcomes, but makes only those of
    ///   `verdicts`.
    package func those(of verdicts: Set<Verdict>) -> some Sequence<Outcome> {
        AnySequence { iterator(of: verdicts) }
    }

    /// Calls `body` with the subjects of some types, for whose names it does not ask.
    package func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void) {
        if case .columns(let columns) = source { return columns.forEachSubject(of: types, body) }
        for outcome in self where types.contains(outcome.subject.type) { body(outcome.subject) }
    }

    /// Returns how many outcomes there are of each kind, none of which is made for it.
    package func census() -> [OutcomeKind: Int] {
        if case .columns(let columns) = source { return columns.census() }
        var counts: [OutcomeKind: Int] = [:]
        for outcome in self { counts[outcome.kind, default: 0] += 1 }
        return counts
    }

    /// Returns the indices of the outcomes of `verdicts`, in order.
    private func places(of verdicts: Set<Verdict>) -> some Sequence<Int> {
        indices.lazy.filter { verdicts.contains(verdict(at: $0)) }
    }

    /// Calls `body` with the facts of the outcomes of `verdicts`, in order.
    ///
    /// - Throws: the first error of `body`, after which it is not called again.
    package func forEachFacts<Failure: Error>(
        of verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        if case .columns(let columns) = source {
            return try columns.forEachFacts(verdicts, body)
        }
        for outcome in those(of: verdicts) { try body(OutcomeFacts(outcome)) }
    }

    /// Returns what `body` makes of the facts of each rule of `rules` that has outcomes of
    /// `verdicts`, in their order; several rules may be at work at once.
    package func mapRules<Result: Sendable>(
        _ rules: [String], of verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result] {
        if case .columns(let columns) = source {
            return columns.mapRules(verdicts, threads: threads, body)
        }
        let byRule = Dictionary(grouping: those(of: verdicts).map(OutcomeFacts.init), by: \.rule)
        return rules.map { body(RuleFacts(rule: $0, .stored(byRule[$0] ?? []))) }
    }
}
