/// The outcomes of a review, in the pack's order of rules, then of rows.
///
/// They may be made when they are asked for, so whoever needs them once goes over them once, and
/// whoever needs only some verdicts asks for `those(of:)`.
package struct OutcomeList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private let source: any OutcomeSource

    package init(_ outcomes: [Outcome]) {
        source = StoredOutcomes(outcomes: outcomes)
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
        source = MadeOutcomes(count: count, make: outcome, makeVerdict: verdict)
    }

    package init(from source: any OutcomeSource) {
        self.source = source
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { source.count }

    package subscript(index: Int) -> Outcome { source.outcome(at: index) }

    /// Returns the verdict of an outcome without the rest of it.
    package func verdict(at index: Int) -> Verdict { source.verdict(at: index) }

    /// Goes over all outcomes in order, those that are made by several threads ahead.
    package func makeIterator() -> AnyIterator<Outcome> {
        source.iterator(of: Set(Verdict.allCases))
    }

    /// Returns the outcomes of `verdicts` in order, none of which is made long before its turn.
    ///
    /// - Complexity: to go over them takes time linear in all outcomes, but makes only those of
    ///   `verdicts`.
    package func those(of verdicts: Set<Verdict>) -> some Sequence<Outcome> {
        AnySequence { source.iterator(of: verdicts) }
    }

    /// Calls `body` with the subjects of some types, for whose names it does not ask.
    package func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void) {
        source.forEachSubject(of: types, body)
    }

    /// Calls `body` with kind and subject of the outcomes of `verdicts`, in order, none of which is
    /// made for it; it asks for no names of subjects or of those under which they are reported.
    package func forEachKind(
        of verdicts: Set<Verdict>, _ body: (OutcomeKind, Outcome.Subject) -> Void
    ) {
        source.forEachKind(of: verdicts, body)
    }

    /// Returns how many outcomes there are of each kind, none of which is made for it.
    package func census() -> [OutcomeKind: Int] { source.census() }

    /// Returns by rule how many outcomes there are of each kind, none of which is made for it.
    package func censusByRule() -> [String: [OutcomeKind: Int]] { source.censusByRule() }

    /// Calls `body` with the facts of the outcomes of `verdicts`, in order.
    ///
    /// - Throws: the first error of `body`, after which it is not called again.
    package func forEachFacts<Failure: Error>(
        of verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        try source.forEachFacts(of: verdicts, body)
    }

    /// Returns what `body` makes of the facts of each rule of `rules` that has outcomes of
    /// `verdicts`, in their order; several rules may be at work at once.
    package func mapRules<Result: Sendable>(
        _ rules: [String], of verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result] {
        source.mapRules(rules, of: verdicts, threads: threads, body)
    }

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
        source.weightiest(limit, of: verdict, isOpen: isOpen)
    }

    /// Returns the outcomes of some rules, in order.
    package func those(ofRules rules: Set<String>) -> some Sequence<Outcome> {
        source.outcomes(ofRules: rules)
    }

    /// The outcomes that have a rate, in order, those of rules that do not apply left out.
    package var rated: some Sequence<Outcome> { source.rated }

    /// Returns those of `words` that are the id or name of a subject, or of the row under which one
    /// is reported.
    ///
    /// - Complexity: linear in the outcomes, or in the rows of drops in columns.
    package func subjects(named words: Set<String>) -> Set<String> {
        source.subjects(named: words)
    }

    /// The ids and names of subjects and of those under which they are reported; of drops in
    /// columns only the ids of small tables.
    package var subjectNames: Set<String> { source.subjectNames }

    /// Returns the outcomes of some rules and of the subjects that `words` name; nil: of all.
    ///
    /// - Complexity: linear in the outcomes, or in the rows of drops in columns, where none is made.
    package func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> OutcomeList {
        OutcomeList(from: source.limited(toRules: rules, subjects: words))
    }
}
