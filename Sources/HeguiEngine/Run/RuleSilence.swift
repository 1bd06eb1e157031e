import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Says why a rule could not judge at all, where it could not.
struct RuleSilence {
    let pack: Pack
    let dataset: Dataset
    let isGiven: Bool
    let rowCount: Int
    let counts: [Verdict: Int]

    /// Says why, unless the rule judged something.
    ///
    /// - Parameters:
    ///   - failed: returns the first outcome that failed.
    ///   - undetermined: returns those that are undetermined.
    /// - Returns: the reason; nil where it judged something.
    func message(
        failed: () -> Outcome?, undetermined: () -> some Sequence<Outcome>
    ) -> Message? {
        let title = dataset.title
        if !isGiven {
            return Message(
                zh: "没有文件提供“\(title.text(in: .chinese))”",
                en: "no file provides “\(title.text(in: .english))”")
        }
        if rowCount == 0 {
            return Message(
                zh: "“\(title.text(in: .chinese))”中没有任何行",
                en: "“\(title.text(in: .english))” has no rows")
        }
        let judged = rowCount - (counts[.notApplicable] ?? 0)
        if judged == 0 {
            return Message(zh: "没有适用的对象", en: "it applies to no subject")
        }
        if counts[.failed] == judged, let first = failed() { return first.message }
        guard counts[.undetermined] == judged else { return nil }
        return lackOfDatasets(undetermined())
    }

    /// Names the datasets for want of which nothing could be judged.
    private func lackOfDatasets(_ outcomes: some Sequence<Outcome>) -> Message? {
        var datasets: [String] = []
        for outcome in outcomes {
            let missing = outcome.missing.compactMap { missing in
                if case .dataset(let name) = missing { name } else { nil }
            }
            if missing.isEmpty { return nil }
            for name in missing where !datasets.contains(name) { datasets.append(name) }
        }
        let names = datasets.compactMap { pack.dataset($0)?.title }.map(Wording.lack)
        return Message(
            zh: "缺少" + names.map(\.zh).joined(separator: "、"),
            en: names.map(\.en).joined(separator: ", ") + " missing")
    }
}

extension Run {
    /// Returns how often a rule came to each verdict; `outcomes` begin with the rule's own.
    func summary(
        of planned: PlannedRule, _ outcomes: ArraySlice<Outcome>
    ) -> RuleSummary {
        let rule = planned.rule
        let own = outcomes.prefix(rowStore.tables[planned.table].rows.count)
        var counts: [Verdict: Int] = [:]
        var explained = 0
        // By index: an outcome is large, and copying each takes longer than counting it.
        for index in own.indices {
            counts[own[index].verdict, default: 0] += 1
            if own[index].verdict == .violated, own[index].explanation != nil { explained += 1 }
        }
        let silence = RuleSilence(
            pack: plan.pack, dataset: plan.schema.tables[planned.table].dataset,
            isGiven: rowStore.tables[planned.table].isGiven, rowCount: own.count, counts: counts)
        return RuleSummary(
            rule: rule.id, clause: rule.clause, title: rule.title, level: rule.level,
            counts: counts, explained: explained,
            notRun: silence.message(
                failed: { own.first { $0.verdict == .failed } },
                undetermined: { own.lazy.filter { $0.verdict == .undetermined } }))
    }
}
