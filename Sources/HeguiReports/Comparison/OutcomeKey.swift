/// What an outcome of one review has in common with that of another: the rule and the subject.
///
/// A row without a key is known by its identity, wherever it stands. The period is no part of it, so that
/// what the passing of time changes is a change and not two outcomes.
struct OutcomeKey: Hashable, Sendable {
    let rule: String
    let type: String
    let id: String
    let name: String
    let group: String
    /// Which of several with the same key, from 0: one row of a sheet may give several.
    var ordinal = 0

    init(_ outcome: SavedVerdict) {
        self.init(rule: outcome.rule, outcome.subject)
    }

    init(rule: String, _ subject: SavedOutcome.Subject) {
        self.rule = rule
        type = subject.type
        id = subject.identity ?? subject.id
        name = subject.id.isEmpty ? subject.name : ""
        group = subject.id.isEmpty ? subject.groupId ?? "" : ""
    }

    /// The key of the first of several with the same.
    var first: OutcomeKey {
        var key = self
        key.ordinal = 0
        return key
    }

    /// Gives outcomes that are gone over once their keys.
    struct Maker {
        private var counts: [OutcomeKey: Int] = [:]

        mutating func key(_ outcome: SavedVerdict) -> OutcomeKey {
            numbered(OutcomeKey(outcome))
        }

        mutating func numbered(_ key: OutcomeKey) -> OutcomeKey {
            var key = key
            let count = counts[key, default: 0]
            counts[key] = count + 1
            key.ordinal = count
            return key
        }
    }

    /// Returns the keys that several outcomes have.
    static func repeated(in outcomes: SavedOutcomes) -> Set<OutcomeKey> {
        var maker = Maker()
        var repeated: Set<OutcomeKey> = []
        for verdict in outcomes.verdicts {
            let key = maker.key(verdict)
            if key.ordinal == 1 { repeated.insert(key.first) }
        }
        return repeated
    }

    /// Returns by key where each outcome stands.
    static func places(of outcomes: SavedOutcomes) -> [OutcomeKey: Int] {
        var maker = Maker()
        var places: [OutcomeKey: Int] = [:]
        places.reserveCapacity(outcomes.count)
        for (index, verdict) in outcomes.verdicts.enumerated() {
            places[maker.key(verdict)] = index
        }
        return places
    }
}
