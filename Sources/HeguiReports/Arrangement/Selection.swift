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
        let outcomes = review.outcomes.filter {
            (isAnyRule || rules.contains($0.rule)) && isWanted($0.subject)
        }
        selected.outcomes = OutcomeList(outcomes)
        selected.standings = review.standings.filter {
            (isAnyRule || awards.contains($0.award)) && isWanted($0.subject)
        }
        selected.rules = review.rules.filter { isAnyRule || rules.contains($0.rule) }
        selected.dataFindings = []
        return selected
    }

    private func sort(
        _ words: [String], in review: Review
    ) throws(UnknownWord) -> (rules: Set<String>, awards: Set<String>, people: Set<String>) {
        let subjects = Set(
            review.outcomes.flatMap { Self.names(of: $0.subject) }
                + review.standings.flatMap { Self.names(of: $0.subject) })
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
                    candidates: rulesAndClauses + review.pack.awards.map(\.id) + subjects.sorted())
            }
        }
        return (rules, awards, people)
    }

    private static func names(of subject: Outcome.Subject) -> [String] {
        [subject.id, subject.name] + [subject.groupID, subject.groupName].compactMap(\.self)
    }
}
