import HeguiDiagnostics
import HeguiPack

/// How one candidate stands before one gate.
struct Passage {
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
    static func result(of gates: [Passage]) -> Standing.Result {
        // Gates that could block, and all say nothing of a candidate, are no pass.
        var (canBlock, saysNothing) = (false, true)
        var place: Int?
        for passage in gates {
            if passage.gate.modality != .flag {
                canBlock = true
                saysNothing = saysNothing && passage.verdict == .notApplicable
            }
            guard let own = order.firstIndex(of: passage.result) else { continue }
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
