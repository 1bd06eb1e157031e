/// The outcomes of a review, in the pack's order of rules, then of rows.
///
/// They may be made when they are asked for, so whoever needs them once goes over them once, and
/// whoever needs only some verdicts asks for `those(of:)`.
package struct OutcomeList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private let outcomes: [Outcome]

    package init(_ outcomes: [Outcome]) {
        self.outcomes = outcomes
    }

    package init(arrayLiteral outcomes: Outcome...) {
        self.init(outcomes)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { outcomes.count }

    package subscript(index: Int) -> Outcome { outcomes[index] }

    /// Returns the verdict of an outcome without the rest of it.
    package func verdict(at index: Int) -> Verdict { outcomes[index].verdict }

    /// Returns the outcomes of `verdicts` in order, none of which is made before its turn.
    ///
    /// - Complexity: to go over them takes time linear in all outcomes, but makes only those of
    ///   `verdicts`.
    package func those(of verdicts: Set<Verdict>) -> some Sequence<Outcome> {
        indices.lazy.filter { verdicts.contains(verdict(at: $0)) }.map { self[$0] }
    }
}
