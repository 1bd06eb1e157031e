/// The outcomes of a review, in the pack's order of rules, then of rows.
///
/// They may be made when they are asked for, so whoever needs them once goes over them once, and
/// whoever needs only some verdicts asks for `those(of:)`.
package struct OutcomeList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private enum Source: Sendable {
        case stored([Outcome])
        case made(
            count: Int, outcome: @Sendable (Int) -> Outcome, verdict: @Sendable (Int) -> Verdict)
    }

    private let source: Source

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

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch source {
        case .stored(let outcomes): outcomes.count
        case .made(let count, _, _): count
        }
    }

    package subscript(index: Int) -> Outcome {
        switch source {
        case .stored(let outcomes): outcomes[index]
        case .made(_, let outcome, _): outcome(index)
        }
    }

    /// Returns the verdict of an outcome without the rest of it.
    package func verdict(at index: Int) -> Verdict {
        switch source {
        case .stored(let outcomes): outcomes[index].verdict
        case .made(_, _, let verdict): verdict(index)
        }
    }

    /// Returns the outcomes at `places`, in that order, made when they are asked for where all are.
    package func those(at places: [Int]) -> OutcomeList {
        if case .stored(let outcomes) = source { return OutcomeList(places.map { outcomes[$0] }) }
        return OutcomeList(
            count: places.count, outcome: { self[places[$0]] },
            verdict: { self.verdict(at: places[$0]) })
    }

    /// Returns the outcomes of `verdicts` in order, none of which is made before its turn.
    ///
    /// - Complexity: to go over them takes time linear in all outcomes, but makes only those of
    ///   `verdicts`.
    package func those(of verdicts: Set<Verdict>) -> some Sequence<Outcome> {
        indices.lazy.filter { verdicts.contains(verdict(at: $0)) }.map { self[$0] }
    }
}
