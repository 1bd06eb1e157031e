import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiTables

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
    /// What is wrong with the data has no rule, so a selection of rules leaves it out; one of
    /// subjects has what concerns them or stands in a file that is named after them.
    ///
    /// - Parameters:
    ///   - review: the whole review.
    ///   - owners: tells whom data findings concern.
    /// - Returns: the part of it.
    /// - Throws: `UnknownWord` for the first word that names nothing.
    package func applied(
        to review: Review,
        owners: (Review) -> FindingOwners = { FindingOwners($0.dataFindings, in: $0.pack, []) }
    ) throws(UnknownWord) -> Review {
        guard !words.isEmpty else { return review }
        let sorted = try sort(words, in: review)
        let people = sorted.people
        let isAnyRule = sorted.rules.isEmpty && sorted.awards.isEmpty
        var selected = review
        selected.outcomes = review.outcomes.limited(
            toRules: isAnyRule ? nil : sorted.rules, subjects: people.isEmpty ? nil : people)
        let standings = review.standings.indices.filter { index in
            let standing = review.standings.brief[index]
            guard isAnyRule || sorted.awards.contains(standing.award) else { return false }
            return people.isEmpty
                || !people.isDisjoint(with: review.standings[index].subject.names)
        }
        selected.standings = StandingList(standings.map { review.standings[$0] })
        selected.unmatchedNominations = review.unmatchedNominations.filter {
            people.isEmpty && (isAnyRule || sorted.awards.contains($0.award))
        }
        selected.rules = review.rules.filter { isAnyRule || sorted.rules.contains($0.rule) }
        if !people.isEmpty { selected.recountRules() }
        selected.dataFindings = []
        if isAnyRule, !people.isEmpty, !review.dataFindings.isEmpty {
            let owners = owners(review)
            selected.dataFindings = review.dataFindings.filter { finding in
                people.contains { $0.count > 1 && finding.cell.file.contains($0) }
                    || !people.isDisjoint(with: owners.names(of: finding))
            }
        }
        if !people.isEmpty { selected.limitMaterial(to: people) }
        return selected
    }

    private func sort(
        _ words: [String], in review: Review
    ) throws(UnknownWord) -> (rules: Set<String>, awards: Set<String>, people: Set<String>) {
        var (rules, awards, people): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        for word in words {
            let named = review.pack.rules.filter {
                $0.id == word || $0.clause == word || $0.also.contains(word)
            }
            let titles = review.pack.awards.filter { $0.id == word || $0.clause == word }
            rules.formUnion(named.map(\.id))
            awards.formUnion(titles.map(\.id))
            if named.isEmpty, titles.isEmpty { people.insert(word) }
        }
        let known = people.isEmpty ? [] : Self.subjects(named: people, in: review)
        if let unknown = words.first(where: { people.contains($0) && !known.contains($0) }) {
            let rulesAndClauses = review.pack.rules.flatMap { [$0.id, $0.clause] }
            throw UnknownWord(
                word: unknown,
                candidates: rulesAndClauses + review.pack.awards.map(\.id)
                    + review.outcomes.subjectNames.union(
                        review.standings.flatMap { $0.subject.names }
                    ).sorted())
        }
        return (rules, awards, people)
    }

    /// Returns the words that are the name or id of a subject or group.
    private static func subjects(named words: Set<String>, in review: Review) -> Set<String> {
        var found = review.outcomes.subjects(named: words)
        guard found != words else { return found }
        for standing in review.standings {
            found.formUnion(words.intersection(standing.subject.names))
        }
        return found
    }
}

extension Review {
    /// Keeps what is due from those that `words` name, or from whom a subject is reported under.
    fileprivate mutating func limitMaterial(to words: Set<String>) {
        guard !material.isEmpty else { return }
        var owners = words
        for outcome in outcomes.those(of: Set(Verdict.allCases)) {
            owners.formUnion(outcome.subject.names)
        }
        material = material.filter { !owners.isDisjoint(with: $0.owner.names) }
    }

    /// Counts the outcomes of each rule again, after some were left out.
    fileprivate mutating func recountRules() {
        let census = outcomes.censusByRule()
        for index in rules.indices {
            let kinds = census[rules[index].rule] ?? [:]
            rules[index].counts = kinds.reduce(into: [:]) {
                $0[$1.key.verdict, default: 0] += $1.value
            }
            rules[index].explained = kinds.reduce(0) {
                $0 + ($1.key.isExplained ? $1.value : 0)
            }
        }
    }
}

/// How much of a review is told.
package enum ReviewScope: Sendable {
    /// What is wrong, and the summary.
    case findings
    case everything
}
