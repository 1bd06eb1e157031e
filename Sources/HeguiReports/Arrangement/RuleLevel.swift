import HeguiPack
import HeguiReview

/// How often a rule came to each verdict, for the outcomes that have one level.
///
/// A rule has a level of its own, and cases in which a finding has another. Figures beside a level
/// are those of that level alone, so that all tables of a report have the same sums.
struct RuleLevel: Sendable {
    let summary: RuleSummary
    let level: Level
    /// What is met or does not apply has no weight and is counted at the rule's own level.
    let counts: [Verdict: Int]
}

extension Review {
    /// Returns the levels of all rules in the pack's order, those of one rule the weightiest first.
    ///
    /// - Complexity: linear in the outcomes where they are not counted already.
    func ruleLevels() -> [RuleLevel] {
        let census = outcomes.censusByRule()
        return rules.flatMap { levels(of: $0, census[$0.rule] ?? [:]) }
    }

    private func levels(of rule: RuleSummary, _ kinds: [OutcomeKind: Int]) -> [RuleLevel] {
        var counts: [Level: [Verdict: Int]] = [:]
        for (kind, count) in kinds {
            let hasWeight = kind.verdict != .met && kind.verdict != .notApplicable
            counts[hasWeight ? kind.level : rule.level, default: [:]][kind.verdict, default: 0] +=
                count
        }
        let found = counts.isEmpty ? [rule.level] : Level.byWeight.filter { counts[$0] != nil }
        return found.map { level in
            RuleLevel(summary: rule, level: level, counts: counts[level] ?? [:])
        }
    }
}
