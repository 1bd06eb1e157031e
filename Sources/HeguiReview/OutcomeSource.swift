import HeguiPack

/// Where the outcomes of a review come from: a list in memory, or columns that make each outcome
/// when it is asked for.
///
/// Outcomes stand in the pack's order of rules, then of rows. What a source can answer from
/// `count`, `outcome(at:)` and `verdict(at:)` alone has an answer here already.
package protocol OutcomeSource: Sendable {
    var count: Int { get }

    /// Returns the outcome of an index, always the same.
    func outcome(at index: Int) -> Outcome

    /// Returns the verdict of an outcome without the rest of it.
    func verdict(at index: Int) -> Verdict

    /// Goes over the outcomes of `verdicts` in order, none of which is made long before its turn.
    func iterator(of verdicts: Set<Verdict>) -> AnyIterator<Outcome>

    /// Calls `body` with the subjects of some types, for whose names it does not ask.
    func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void)

    /// Returns by rule how many outcomes there are of each kind.
    func censusByRule() -> [String: [OutcomeKind: Int]]

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int]

    /// Calls `body` with kind and subject of the outcomes of `verdicts`, in order; it asks for no
    /// names of subjects or of those under which they are reported.
    func forEachKind(
        of verdicts: Set<Verdict>, _ body: (OutcomeKind, Outcome.Subject) -> Void)

    /// Calls `body` with the facts of the outcomes of `verdicts`, in order.
    ///
    /// - Throws: the first error of `body`, after which it is not called again.
    func forEachFacts<Failure: Error>(
        of verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure)

    /// Returns what `body` makes of the facts of each rule of `rules` that has outcomes of
    /// `verdicts`, in their order; several rules may be at work at once.
    func mapRules<Result: Sendable>(
        _ rules: [String], of verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result]

    /// Returns the outcomes of a verdict that weigh most, at most `limit` of them, in order, and how
    /// many there are in all; with `isOpen` without violations that an explanation has closed.
    func weightiest(
        _ limit: Int, of verdict: Verdict, isOpen: Bool
    ) -> (outcomes: [Outcome], total: Int)

    /// Returns the outcomes of some rules, in order.
    func outcomes(ofRules rules: Set<String>) -> AnySequence<Outcome>

    /// The outcomes that have a rate, in order, those of rules that do not apply left out.
    var rated: AnySequence<Outcome> { get }

    /// Returns those of `words` that are the id or name of a subject, or of the row under which one
    /// is reported.
    func subjects(named words: Set<String>) -> Set<String>

    /// The ids and names of subjects and of those under which they are reported.
    var subjectNames: Set<String> { get }

    /// Returns the outcomes of some rules and of the subjects that `words` name; nil: of all.
    func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> any OutcomeSource
}

extension OutcomeSource {
    private func all() -> AnyIterator<Outcome> { iterator(of: Set(Verdict.allCases)) }

    package func iterator(of verdicts: Set<Verdict>) -> AnyIterator<Outcome> {
        let places = (0..<count).lazy.filter { verdicts.contains(verdict(at: $0)) }
        return AnyIterator(places.map { outcome(at: $0) }.makeIterator())
    }

    package func forEachSubject(of types: Set<String>, _ body: (Outcome.Subject) -> Void) {
        for outcome in all() where types.contains(outcome.subject.type) { body(outcome.subject) }
    }

    package func censusByRule() -> [String: [OutcomeKind: Int]] {
        all().reduce(into: [:]) { counts, outcome in
            counts[outcome.rule, default: [:]][outcome.kind, default: 0] += 1
        }
    }

    package func census() -> [OutcomeKind: Int] {
        all().reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    }

    package func forEachKind(
        of verdicts: Set<Verdict>, _ body: (OutcomeKind, Outcome.Subject) -> Void
    ) {
        for outcome in iterator(of: verdicts) { body(outcome.kind, outcome.subject) }
    }

    package func forEachFacts<Failure: Error>(
        of verdicts: Set<Verdict>, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        for outcome in iterator(of: verdicts) { try body(OutcomeFacts(outcome)) }
    }

    package func mapRules<Result: Sendable>(
        _ rules: [String], of verdicts: Set<Verdict>, threads: Int,
        _ body: @Sendable (RuleFacts) -> Result
    ) -> [Result] {
        let byRule = Dictionary(
            grouping: iterator(of: verdicts).map(OutcomeFacts.init), by: \.rule)
        return rules.map { rule in
            let facts = byRule[rule] ?? []
            return body(RuleFacts(rule: rule) { facts.forEach($0) })
        }
    }

    package func weightiest(
        _ limit: Int, of verdict: Verdict, isOpen: Bool
    ) -> (outcomes: [Outcome], total: Int) {
        var byLevel: [Level: [(place: Int, outcome: Outcome)]] = [:]
        var total = 0
        for outcome in iterator(of: [verdict]) where !isOpen || outcome.explanation == nil {
            if byLevel[outcome.level, default: []].count < limit {
                byLevel[outcome.level, default: []].append((total, outcome))
            }
            total += 1
        }
        let held = Level.allCases.sorted(by: >).flatMap { byLevel[$0] ?? [] }.prefix(limit)
        return (held.sorted { $0.place < $1.place }.map(\.outcome), total)
    }

    package func outcomes(ofRules rules: Set<String>) -> AnySequence<Outcome> {
        AnySequence(AnySequence { all() }.lazy.filter { rules.contains($0.rule) })
    }

    package var rated: AnySequence<Outcome> {
        let verdicts = Set(Verdict.allCases).subtracting([.notApplicable])
        return AnySequence(AnySequence { iterator(of: verdicts) }.lazy.filter { $0.rate != nil })
    }

    package func subjects(named words: Set<String>) -> Set<String> {
        all().reduce(into: []) { found, outcome in
            found.formUnion(words.intersection(outcome.subject.names))
        }
    }

    package var subjectNames: Set<String> {
        all().reduce(into: []) { $0.formUnion($1.subject.names) }
    }
}

extension Outcome {
    fileprivate func isOf(_ rules: Set<String>?, _ words: Set<String>?) -> Bool {
        (rules?.contains(rule) ?? true)
            && (words.map { !$0.isDisjoint(with: subject.names) } ?? true)
    }
}

extension Outcome.Subject {
    /// What it may be called: its id and name, and those of the row under which it is reported.
    package var names: [String] { [id, name] + [groupID, groupName].compactMap(\.self) }
}

/// Outcomes that are all in memory.
struct StoredOutcomes: OutcomeSource {
    let outcomes: [Outcome]

    var count: Int { outcomes.count }
    func outcome(at index: Int) -> Outcome { outcomes[index] }
    func verdict(at index: Int) -> Verdict { outcomes[index].verdict }

    func iterator(of verdicts: Set<Verdict>) -> AnyIterator<Outcome> {
        AnyIterator(outcomes.lazy.filter { verdicts.contains($0.verdict) }.makeIterator())
    }

    func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> any OutcomeSource {
        StoredOutcomes(outcomes: outcomes.filter { $0.isOf(rules, words) })
    }
}

/// Outcomes that are each made whenever they are asked for.
struct MadeOutcomes: OutcomeSource {
    let count: Int
    let make: @Sendable (Int) -> Outcome
    let makeVerdict: @Sendable (Int) -> Verdict

    func outcome(at index: Int) -> Outcome { make(index) }
    func verdict(at index: Int) -> Verdict { makeVerdict(index) }

    func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> any OutcomeSource {
        let places = (0..<count).filter { make($0).isOf(rules, words) }
        return MadeOutcomes(
            count: places.count, make: { make(places[$0]) },
            makeVerdict: { makeVerdict(places[$0]) })
    }
}
