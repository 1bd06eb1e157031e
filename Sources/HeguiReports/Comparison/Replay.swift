package import HeguiReview

/// What an earlier drop gives step by step, each step with one more thing as it is in the later
/// review: the rules, then the parameters, then the day.
///
/// The step at which a verdict changes names the cause; what changes after the last one is due to
/// the material.
package struct Replay: Sendable {
    private var last: [OutcomeKey: Verdict]
    private var found: [OutcomeKey: [Cause]] = [:]

    /// Starts from the verdicts that the earlier review has on record.
    package init(_ old: SavedReview) {
        last = OutcomeKey.places(of: old.outcomes).mapValues { old.outcomes.verdicts[$0].outcome }
    }

    /// Adds what the earlier drop gives once what `cause` stands for is as in the later review.
    ///
    /// - Complexity: linear in the outcomes.
    package mutating func add(_ review: Review, _ cause: Cause) {
        // As saved reviews have them.
        let redaction = Redaction(review.pack)
        let masked = { (text: String) in redaction.masked(DataText(text)).string }
        var maker = OutcomeKey.Maker()
        let fingerprints = FingerprintMaker(review)
        for outcome in review.outcomes {
            let subject = outcome.subject
            let key = OutcomeKey(
                rule: outcome.rule,
                SavedOutcome.Subject(
                    type: subject.type, id: masked(subject.id), name: masked(subject.name),
                    groupId: subject.groupID.map(masked),
                    groupName: subject.groupName.map(masked),
                    identity: fingerprints.rowIdentity(of: subject)))
            note(outcome.verdict, of: maker.numbered(key), cause)
        }
    }

    /// Ends with the verdicts of the later review.
    package mutating func end(with new: SavedReview) {
        for (key, index) in OutcomeKey.places(of: new.outcomes) {
            note(new.outcomes.verdicts[index].outcome, of: key, .data)
        }
    }

    private mutating func note(_ verdict: Verdict, of key: OutcomeKey, _ cause: Cause) {
        if let before = last[key], before != verdict {
            found[key, default: []].append(cause)
        }
        last[key] = verdict
    }

    /// The causes of a change, the last step first; nil where running again shows none.
    func causes(of key: OutcomeKey) -> [Cause]? {
        guard let causes = found[key] else { return nil }
        return causes.reversed()
    }
}
