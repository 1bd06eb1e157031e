import HeguiDiagnostics
import HeguiRules

/// How one candidate stands before one gate.
struct Passage {
    let gate: Award.Gate
    /// Returns what the gate's rule says; nil where it says nothing of the candidate.
    let outcome: () -> Outcome?
    private let verdict: Verdict

    init(_ gate: Award.Gate, verdict: Verdict?, outcome: @escaping () -> Outcome?) {
        self.gate = gate
        self.verdict = verdict ?? .failed
        self.outcome = outcome
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

    /// Why the gate is not simply open.
    var reason: Standing.Reason? {
        guard result != .eligible else { return nil }
        return Standing.Reason(
            clause: gate.clause, rule: gate.rule, modality: gate.modality, verdict: verdict,
            message: outcome()?.message
                ?? Message(zh: "规则 `\(gate.rule)` 没有结论", en: "rule `\(gate.rule)` says nothing"))
    }

    /// Returns what all gates together come to.
    static func result(of gates: [Passage]) -> Standing.Result {
        // Gates that could block, and all say nothing of a candidate, are no pass.
        let deciding = gates.filter { $0.gate.modality != .flag }
        if !deciding.isEmpty, deciding.allSatisfy({ $0.verdict == .notApplicable }) {
            return .notApplicable
        }
        let order: [Standing.Result] = [
            .blocked, .undetermined, .eligibleByWaiver, .eligibleWithFlags,
        ]
        return order.first { one in gates.contains { $0.result == one } } ?? .eligible
    }
}
