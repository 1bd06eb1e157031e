import HeguiDiagnostics
import HeguiPack
import HeguiTables

extension Run {
    /// Returns how often a rule came to each verdict; `outcomes` begin with the rule's own.
    func summary(
        of planned: PlannedRule, _ outcomes: ArraySlice<Outcome>
    ) -> RuleSummary {
        let rule = planned.rule
        let own = outcomes.prefix(records.tables[planned.table].rows.count)
        var counts: [Verdict: Int] = [:]
        var explained = 0
        // By index: an outcome is large, and copying each takes longer than counting it.
        for index in own.indices {
            counts[own[index].verdict, default: 0] += 1
            if own[index].verdict == .violated, own[index].explanation != nil { explained += 1 }
        }
        let silence = RuleSilence(
            pack: plan.pack, dataset: plan.schema.tables[planned.table].dataset,
            isGiven: records.tables[planned.table].isGiven, rowCount: own.count, counts: counts)
        return RuleSummary(
            rule: rule.id, clause: rule.clause, title: rule.title, level: rule.level,
            counts: counts, explained: explained,
            notRun: silence.message(
                failed: { own.first { $0.verdict == .failed } },
                undetermined: { own.lazy.filter { $0.verdict == .undetermined } }))
    }
}
