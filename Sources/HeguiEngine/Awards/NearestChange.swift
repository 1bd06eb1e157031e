import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Says what would alter an award's result.
struct NearestChange {
    let plan: Plan
    let award: Award
    /// Returns what a gate's rule says; nil where it says nothing of the candidate.
    let outcome: (Award.Gate) -> Outcome?

    /// Returns the change that opens all gates that are shut, or settles those that cannot be
    /// told; nil where neither is.
    func message(for gates: [GateStanding], _ result: Standing.Result) -> Message? {
        guard result == .blocked || result == .undetermined else { return nil }
        let changes = gates.filter { $0.result == result }.compactMap(change)
        if changes.isEmpty { return nil }
        return Message(
            zh: changes.map(\.zh).joined(separator: "；"),
            en: changes.map(\.en).joined(separator: "; "))
    }

    private func change(_ standing: GateStanding) -> Message? {
        guard let outcome = outcome(standing.gate),
            let planned = plan.rules.first(where: { $0.rule.id == standing.gate.rule })
        else { return nil }
        let title = planned.rule.title
        if standing.result == .undetermined, let rows = named(outcome.undecided) {
            return Message(
                zh: "核实\(rows.zh)即可认定", en: "verifying \(rows.en) decides it")
        }
        if standing.result == .undetermined {
            return Message(
                zh: "查清“\(title.text(in: .chinese))”即可认定",
                en: "settling “\(title.text(in: .english))” decides it")
        }
        if case .quantity(let form) = planned.rule.requirement,
            case .rate(let rate) = form.quantity, form.each == nil,
            form.bounds.atMost == nil, form.bounds.lessThan == nil,
            let gap = outcome.gap?.whole, gap > 0
        {
            return more(gap, of: rate.relation.dataset, until: outcome.required ?? "")
        }
        if let remedy = planned.rule.remedy { return Message(remedy) }
        let way =
            standing.gate.modality == .generallyNot
            ? Message(zh: "或经批准豁免", en: ", or a recorded waiver,")
            : Message(zh: "", en: "")
        return Message(
            zh: "消除“\(title.text(in: .chinese))”\(way.zh)即可",
            en: "mending “\(title.text(in: .english))”\(way.en) opens the gate")
    }

    /// The first rows that keep a rate open, each with what is to be verified.
    private func named(_ undecided: UndecidedRows) -> Message? {
        let shown = undecided.rows.prefix(3)
        guard !shown.isEmpty else { return nil }
        let more = undecided.count - shown.count
        return Message(
            zh: shown.map { $0.words.zh }.joined(separator: "、")
                + (more > 0 ? "等\(undecided.count)项" : ""),
            en: shown.map { $0.words.en }.joined(separator: ", ")
                + (more > 0 ? " and \(more) more" : ""))
    }

    private func more(_ gap: Int64, of dataset: String, until required: String) -> Message {
        let dataset = plan.pack.dataset(dataset)
        let title = dataset?.title
        // People are counted with another word than things.
        let arePeople = dataset?.columns.contains { $0.type == .name } ?? false
        return Message(
            zh: "再有 \(gap) \(arePeople ? "名" : "个")\(title?.text(in: .chinese) ?? "")达到要求即达 "
                + required,
            en: "with \(gap) more of “\(title?.text(in: .english) ?? "")” it reaches \(required)")
    }
}

/// How one candidate stands before one gate.
struct GateStanding {
    let gate: Award.Gate
    private let verdict: Verdict

    init(_ gate: Award.Gate, verdict: Verdict?) {
        self.gate = gate
        self.verdict = verdict ?? .failed
    }

    /// What the gate alone would come to. A rule that is still pending cannot be told yet.
    var result: Standing.Result {
        switch (verdict, gate.modality) {
        case (.met, _), (.notApplicable, _): .eligible
        case (_, .flag), (.advised, _): .eligibleWithFlags
        case (.violated, _), (.waived, .never): .blocked
        case (.waived, .generallyNot): .eligibleByWaiver
        case (.pending, _), (.undetermined, _), (.failed, _): .undetermined
        }
    }

    /// Why the gate is not simply open, by what its rule says of the candidate, if anything.
    func reason(_ outcome: () -> Outcome?) -> Standing.Reason? {
        guard result != .eligible else { return nil }
        return Standing.Reason(
            clause: gate.clause, rule: gate.rule, modality: gate.modality, verdict: verdict,
            message: outcome()?.message
                ?? Message(zh: "规则 `\(gate.rule)` 没有结论", en: "rule `\(gate.rule)` says nothing"))
    }

    /// Returns what all gates together come to.
    static func result(of gates: [GateStanding]) -> Standing.Result {
        // Gates that could block, and all say nothing of a candidate, are no pass.
        var (canBlock, saysNothing) = (false, true)
        var place: Int?
        for standing in gates {
            if standing.gate.modality != .flag {
                canBlock = true
                saysNothing = saysNothing && standing.verdict == .notApplicable
            }
            guard let own = order.firstIndex(of: standing.result) else { continue }
            place = min(place ?? own, own)
        }
        if canBlock, saysNothing { return .notApplicable }
        return place.map { order[$0] } ?? .eligible
    }

    /// What shuts out what comes behind it.
    private static let order: [Standing.Result] = [
        .blocked, .undetermined, .eligibleByWaiver, .eligibleWithFlags,
    ]
}
