import HeguiDiagnostics
import HeguiIntake
import HeguiRules

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
        return RuleSummary(
            rule: rule.id, clause: rule.clause, title: rule.title, level: rule.level,
            counts: counts, explained: explained,
            notRun: whyNotRun(planned, own, counts))
    }

    private func whyNotRun(
        _ planned: PlannedRule, _ own: ArraySlice<Outcome>, _ counts: [Verdict: Int]
    ) -> Message? {
        let table = records.tables[planned.table]
        let title = plan.schema.tables[planned.table].dataset.title
        if !table.isGiven {
            return Message(
                zh: "没有文件提供“\(title.text(in: .chinese))”",
                en: "no file provides “\(title.text(in: .english))”")
        }
        if own.isEmpty {
            return Message(
                zh: "“\(title.text(in: .chinese))”中没有任何行",
                en: "“\(title.text(in: .english))” has no rows")
        }
        let judged = own.count - (counts[.notApplicable] ?? 0)
        if judged == 0 {
            return Message(zh: "没有适用的对象", en: "it applies to no subject")
        }
        if counts[.failed] == judged, let first = own.first(where: { $0.verdict == .failed }) {
            return first.message
        }
        return lackOfDatasets(own, judged)
    }

    /// Why a rule judged nothing for want of whole datasets.
    private func lackOfDatasets(_ own: ArraySlice<Outcome>, _ judged: Int) -> Message? {
        var datasets: [String] = []
        var undetermined = 0
        for index in own.indices where own[index].verdict == .undetermined {
            let lacking = own[index].missing.compactMap { missing in
                if case .dataset(let name) = missing { name } else { nil }
            }
            if lacking.isEmpty { return nil }
            undetermined += 1
            for name in lacking where !datasets.contains(name) { datasets.append(name) }
        }
        guard undetermined == judged else { return nil }
        let names = datasets.compactMap { plan.pack.dataset($0)?.title }.map(Wording.lack)
        return Message(
            zh: "缺少" + names.map(\.zh).joined(separator: "、"),
            en: names.map(\.en).joined(separator: ", ") + " missing")
    }
}
