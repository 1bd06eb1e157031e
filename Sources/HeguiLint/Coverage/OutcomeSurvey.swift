import HeguiDiagnostics
package import HeguiPack
package import HeguiReview

/// The outcomes that rules and awards can have and that examples have to show.
package struct OutcomeSurvey: Sendable {
    /// Rules, then awards, in the pack's order.
    package let owners: [Coverage.Owner]

    /// - Complexity: that of the linter's trials, at most 20 000 for each rule.
    package init(of pack: Pack) {
        let analyst = Analyst(pack)
        owners =
            pack.rules.map { rule in
                Coverage.Owner(
                    id: rule.id, outcomes: rule.possibleOutcomes(analyst), span: rule.span)
            }
            + pack.awards.map { award in
                Coverage.Owner(id: award.id, outcomes: award.possibleOutcomes, span: award.span)
            }
    }
}

extension Award {
    /// A waiver is no row, so no example can show what one opens.
    var possibleOutcomes: [String] {
        var outcomes = ["eligible"]
        if gates.contains(where: { $0.modality == .flag }) {
            outcomes.append("eligible-with-flags")
        }
        if gates.contains(where: { $0.modality != .flag }) { outcomes.append("blocked") }
        if quota != nil { outcomes.append("beyond-quota") }
        return outcomes
    }
}
