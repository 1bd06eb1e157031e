package import HeguiEngine
import HeguiRules

/// The rules and subjects that a report is to be limited to.
///
/// A word is a rule, clause or award, or else a subject's id or name or its group's. An outcome is
/// kept if it matches a word of each kind that was given.
package struct Selection: Sendable {
    /// A word that names nothing in the pack or the data.
    package struct UnknownWord: Error {
        package let word: String
        /// What it may have been meant to be one of.
        package let candidates: [String]
    }

    package let words: [String]

    package init(_ words: [String]) {
        self.words = words
    }

    /// Returns `review` with only what was selected; all of it where nothing was.
    ///
    /// What is wrong with the data has no rule, so a selection leaves it out.
    ///
    /// - Throws: `UnknownWord` for the first word that names nothing.
    package func applied(to review: Review) throws(UnknownWord) -> Review {
        guard !words.isEmpty else { return review }
        let (rules, awards, people) = try sort(words, in: review)
        func isWanted(_ subject: Outcome.Subject) -> Bool {
            people.isEmpty || !people.isDisjoint(with: Self.names(of: subject))
        }
        let isAnyRule = rules.isEmpty && awards.isEmpty
        var selected = review
        let places = review.outcomes.indices.filter {
            let outcome = review.outcomes[$0]
            return (isAnyRule || rules.contains(outcome.rule)) && isWanted(outcome.subject)
        }
        selected.outcomes = review.outcomes.those(at: places)
        let standings = review.standings.filter {
            (isAnyRule || awards.contains($0.award)) && isWanted($0.subject)
        }
        selected.standings = StandingList(standings)
        selected.rules = review.rules.filter { isAnyRule || rules.contains($0.rule) }
        if !people.isEmpty { selected.recountRules() }
        selected.dataFindings = []
        return selected
    }

    private func sort(
        _ words: [String], in review: Review
    ) throws(UnknownWord) -> (rules: Set<String>, awards: Set<String>, people: Set<String>) {
        let subjects = Self.subjects(named: Set(words), in: review)
        var (rules, awards, people): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        for word in words {
            let named = review.pack.rules.filter {
                $0.id == word || $0.clause == word || $0.also.contains(word)
            }
            let titles = review.pack.awards.filter { $0.id == word || $0.clause == word }
            if !named.isEmpty || !titles.isEmpty {
                rules.formUnion(named.map(\.id))
                awards.formUnion(titles.map(\.id))
            } else if subjects.contains(word) {
                people.insert(word)
            } else {
                let rulesAndClauses = review.pack.rules.flatMap { [$0.id, $0.clause] }
                throw UnknownWord(
                    word: word,
                    candidates: rulesAndClauses + review.pack.awards.map(\.id)
                        + Self.allNames(in: review))
            }
        }
        return (rules, awards, people)
    }

    /// Returns those of `words` that are the name or id of a subject or group.
    private static func subjects(named words: Set<String>, in review: Review) -> Set<String> {
        var found: Set<String> = []
        for outcome in review.outcomes {
            for name in names(of: outcome.subject) where words.contains(name) { found.insert(name) }
        }
        for standing in review.standings {
            for name in names(of: standing.subject) where words.contains(name) {
                found.insert(name)
            }
        }
        return found
    }

    private static func allNames(in review: Review) -> [String] {
        let subjects = review.outcomes.lazy.map(\.subject)
        return Set(
            subjects.flatMap { names(of: $0) }
                + review.standings.flatMap {
                    names(of: $0.subject)
                }
        ).sorted()
    }

    private static func names(of subject: Outcome.Subject) -> [String] {
        [subject.id, subject.name] + [subject.groupID, subject.groupName].compactMap(\.self)
    }
}

extension Review {
    /// Counts the outcomes of each rule again, after some were left out.
    fileprivate mutating func recountRules() {
        var counts: [String: [Verdict: Int]] = [:]
        var explained: [String: Int] = [:]
        for outcome in outcomes {
            counts[outcome.rule, default: [:]][outcome.verdict, default: 0] += 1
            if outcome.verdict == .violated, !outcome.isOpen {
                explained[outcome.rule, default: 0] += 1
            }
        }
        for index in rules.indices {
            rules[index].counts = counts[rules[index].rule] ?? [:]
            rules[index].explained = explained[rules[index].rule] ?? 0
        }
    }
}
