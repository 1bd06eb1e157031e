import HeguiDiagnostics
package import HeguiPack
import HeguiReview

/// What has changed from one saved review to the next, and why.
package struct Comparison: Sendable {
    /// A candidate of an award whose result is another.
    struct StandingChange: Sendable {
        let before: SavedReview.Standing?
        let after: SavedReview.Standing?
        let causes: [Cause]
    }

    let old: SavedReview
    let new: SavedReview
    let factors: ReviewFactors
    /// In the order of the later review, then of the earlier for those that are gone.
    package let changes: [VerdictChange]
    let standings: [StandingChange]
    /// Data findings that only the later review has.
    let newDataFindings: [SavedReview.Finding]
    /// Data findings that only the earlier review has.
    let goneDataFindings: [SavedReview.Finding]
    /// Entries of the past that differ between the two drops; empty where no drops were compared.
    package var pastChanges: [PastChange] = []
    /// Whether drops were compared.
    package var hasComparedDrops = false

    /// Compares two reviews.
    ///
    /// - Parameters:
    ///   - old: the earlier review.
    ///   - new: the later one.
    ///   - replay: what judging the earlier drop again has found, where that was done.
    /// - Throws: what is wrong with one of the outcomes that have changed (S0004).
    package init(
        _ old: SavedReview, _ new: SavedReview, replay: Replay? = nil
    ) throws(SavedReview.Failure) {
        self.old = old
        self.new = new
        factors = ReviewFactors(old, new)
        changes = try OutcomePairing(old, new, factors: factors, replay: replay).changes()
        standings = Self.standingChanges(
            from: old, to: new, changes: changes, factors: factors)
        newDataFindings = Self.findings(of: new, notIn: old)
        goneDataFindings = Self.findings(of: old, notIn: new)
    }

    /// Returns the outcomes of a change in full.
    func outcomes(of change: VerdictChange) -> (before: SavedOutcome?, after: SavedOutcome?) {
        // They were read before, to find the causes.
        (
            change.places.before.flatMap { try? old.outcomes.outcome($0) },
            change.places.after.flatMap { try? new.outcomes.outcome($0) }
        )
    }

    /// How many open violations and data findings of `level` or a weightier one are new.
    package func newFindings(atOrAbove level: Level) -> Int {
        changes.count { $0.isNewFinding && ($0.after?.level ?? .hint) >= level }
            + newDataFindings.count { $0.level >= level }
    }

    private static func findings(
        of review: SavedReview, notIn other: SavedReview
    ) -> [SavedReview.Finding] {
        let match = FindingMatch(
            other.dataFindings.map(\.match), review.dataFindings.map(\.match))
        return review.dataFindings.filter { !match.contains($0.match) }
    }

    private static func standingChanges(
        from old: SavedReview, to new: SavedReview, changes: [VerdictChange],
        factors: ReviewFactors
    ) -> [StandingChange] {
        let key = { OutcomeKey(rule: $0.award, $0.subject) } as (SavedReview.Standing) -> OutcomeKey
        let before = Dictionary(old.standings.map { (key($0), $0) }) { first, _ in first }
        let after = Set(new.standings.map(key))
        let pairs: [(SavedReview.Standing?, SavedReview.Standing?)] =
            new.standings.map { (before[key($0)], $0) }
            + old.standings.filter { !after.contains(key($0)) }.map { ($0, nil) }
        var byRule: [OutcomeKey: [Cause]] = [:]
        for change in changes {
            if let outcome = change.outcome { byRule[OutcomeKey(outcome)] = change.causes }
        }
        let shown = pairs.filter { before, after in
            let result = { $0?.outcome ?? "not-applicable" } as (SavedReview.Standing?) -> String
            return result(before) != result(after)
        }
        return shown.map { before, after in
            let rules = ((before?.reasons ?? []) + (after?.reasons ?? [])).map(\.rule)
            let subject = (after ?? before)?.subject
            let causes = subject.map { subject in
                rules.flatMap { byRule[OutcomeKey(rule: $0, subject)] ?? [] }
            }
            let found = Cause.allCases.filter { causes?.contains($0) ?? false }
            return StandingChange(
                before: before, after: after, causes: found.isEmpty ? factors.causes : found)
        }
    }
}

extension SavedReview.Finding {
    fileprivate var match: FindingMatch.Finding {
        FindingMatch.Finding(fingerprint, saying: message.zh)
    }
}
