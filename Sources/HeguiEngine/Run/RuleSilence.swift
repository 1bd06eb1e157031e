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
    /// Why a rule judged nothing.
    struct Silence {
        var message: Message
        /// The datasets for want of which it did not, one without rows that others refer to
        /// among them; none where nothing is missing.
        var missing: [String] = []
    }

    /// Says why, unless the rule judged something.
    ///
    /// - Parameters:
    ///   - failed: returns the first outcome that failed.
    ///   - lack: returns what those lack that are undetermined.
    /// - Returns: the reason; nil where it judged something.
    func silence(
        failed: () -> Outcome?, lack: () -> Lack
    ) -> Silence? {
        let title = dataset.title
        if !isGiven {
            return Silence(
                message: Message(
                    zh: "没有文件提供“\(title.text(in: .chinese))”",
                    en: "no file provides “\(title.text(in: .english))”"),
                missing: [dataset.name])
        }
        if rowCount == 0 {
            return Silence(
                message: Message(
                    zh: "“\(title.text(in: .chinese))”中没有任何行",
                    en: "“\(title.text(in: .english))” has no rows"),
                missing: pack.isReferredTo(dataset.name) ? [dataset.name] : [])
        }
        let judged = rowCount - (counts[.notApplicable] ?? 0)
        if judged == 0 {
            return Silence(message: Message(zh: "没有适用的对象", en: "it applies to no subject"))
        }
        if counts[.failed] == judged, let first = failed() {
            return Silence(message: first.message)
        }
        guard counts[.undetermined] == judged else { return nil }
        let lack = lack()
        return lack.isOfAll ? silence(lack.datasets) : nil
    }

    /// Names the datasets for want of which nothing could be judged.
    private func silence(_ datasets: [String]) -> Silence {
        let names = datasets.compactMap { pack.dataset($0)?.title }.map(Wording.lack)
        return Silence(
            message: Message(
                zh: "缺少" + names.map(\.zh).joined(separator: "、"),
                en: names.map(\.en).joined(separator: ", ") + " missing"),
            missing: datasets)
    }
}

/// What rows lack that are undetermined, as far as it is a dataset.
struct Lack: Sendable {
    /// Each once, in the order in which rows name them.
    private(set) var datasets: [String] = []
    /// Whether each row lacks one.
    private(set) var isOfAll = true

    /// Adds what a row lacks; `standIns` are the datasets whose rows were taken from the only annex.
    mutating func add(_ missing: [Outcome.Missing], standIns: Set<String>) {
        let names = missing.compactMap { missing -> String? in
            switch missing {
            case .dataset(let name): name
            case .material(let rows) where rows.reason == .registerMissing: rows.dataset
            case .column(let name, _) where standIns.contains(name): name
            case .material, .cell, .column, .table: nil
            }
        }
        add(names)
        if names.isEmpty { isOfAll = false }
    }

    /// Adds what further rows lack.
    mutating func add(_ other: Lack) {
        add(other.datasets)
        if !other.isOfAll { isOfAll = false }
    }

    private mutating func add(_ names: [String]) {
        for name in names where !datasets.contains(name) { datasets.append(name) }
    }
}

extension [OpenRows] {
    /// The datasets whose rows were taken from the only annex that there is.
    var standIns: Set<String> {
        Set(lazy.filter { $0.reason == .registerMissing }.map(\.dataset))
    }
}

extension Pack {
    /// Whether rows of other datasets name rows of this one, so that it is hardly meant to be
    /// empty.
    fileprivate func isReferredTo(_ dataset: String) -> Bool {
        datasets.contains { other in
            other.name != dataset && other.columns.contains { $0.reference?.dataset == dataset }
        }
    }
}

extension Run {
    /// Returns how often a rule came to each verdict; `outcomes` begin with the rule's own, and
    /// `standIns` are the datasets whose rows were taken from the only annex.
    func summary(
        of planned: PlannedRule, _ outcomes: ArraySlice<Outcome>, standIns: Set<String>
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
        let reason = silence.silence(
            failed: { own.first { $0.verdict == .failed } },
            lack: {
                var lack = Lack()
                for index in own.indices where own[index].verdict == .undetermined {
                    lack.add(own[index].missing, standIns: standIns)
                }
                return lack
            })
        return RuleSummary(
            rule: rule.id, clause: rule.clause, title: rule.title, level: rule.level,
            counts: counts, explained: explained, notRun: reason?.message,
            missing: reason?.missing ?? [])
    }
}
