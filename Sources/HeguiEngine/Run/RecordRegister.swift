import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// Applies the waivers and explanations of a drop, and reports those that do not fit.
struct RecordRegister {
    private let run: Run
    /// By rule: where its outcomes begin.
    private let starts: [String: Int]
    private(set) var diagnostics: [Diagnostic] = []

    init(run: Run, starts: [String: Int]) {
        self.run = run
        self.starts = starts
    }

    mutating func apply(to outcomes: inout [Outcome]) {
        for waiver in run.tables.waivers { apply(waiver, to: &outcomes) }
        for explanation in run.tables.explanations { apply(explanation, to: &outcomes) }
    }

    private mutating func apply(_ waiver: Waiver, to outcomes: inout [Outcome]) {
        guard let place = place(of: RecordMatcher.Record(waiver)) else { return }
        if let diagnostic = RecordMatcher.obstacle(to: waiver, on: run.asOf) {
            diagnostics.append(diagnostic)
            return
        }
        guard outcomes[place].verdict == .violated else {
            return report(
                "E0006", waiver.location,
                zh: "豁免没有对应的违反情形（`\(waiver.rule)`）",
                en: "the waiver covers nothing: `\(waiver.rule)` is not violated")
        }
        outcomes[place].verdict = .waived
        outcomes[place].waiver = waiver
        outcomes[place].message = outcomes[place].message.adding(
            Message(
                zh: "\(waiver.approver)于\(waiver.day)批准豁免，有效期至\(waiver.expires)：\(waiver.reason)",
                en: "waived by \(waiver.approver) on \(waiver.day) until \(waiver.expires): "
                    + waiver.reason))
    }

    private mutating func apply(_ explanation: Explanation, to outcomes: inout [Outcome]) {
        let location = explanation.location
        guard let place = place(of: RecordMatcher.Record(explanation)) else { return }
        if let diagnostic = RecordMatcher.obstacle(to: explanation, on: run.asOf) {
            diagnostics.append(diagnostic)
            return
        }
        guard outcomes[place].verdict == .violated else {
            return report(
                "E0006", location, zh: "说明没有对应的疑点（`\(explanation.rule)`）",
                en: "the explanation explains nothing: `\(explanation.rule)` is not violated")
        }
        guard outcomes[place].level == .verify else {
            return report(
                "E0007", location, zh: "说明只能核销核实性疑点，`\(explanation.rule)` 在此不是",
                en: "an explanation closes findings of level verify only, "
                    + "which `\(explanation.rule)` is not here")
        }
        outcomes[place].explanation = explanation
    }

    /// Returns where the outcome that a record speaks of stands, or reports why there is none.
    private mutating func place(of record: RecordMatcher.Record) -> Int? {
        let matcher = RecordMatcher(run.plan.pack)
        if let diagnostic = matcher.unknownRule(of: record) {
            diagnostics.append(diagnostic)
            return nil
        }
        // A rule that the pack has but this plan leaves out is nobody's mistake.
        guard let planned = run.plan.rules.first(where: { $0.rule.id == record.rule }),
            let start = starts[record.rule]
        else { return nil }
        switch RecordMatcher.match(record, in: run.records.names(ofTable: planned.table)) {
        case .row(let row): return start + row
        case .none(let diagnostic):
            diagnostics.append(diagnostic)
            return nil
        }
    }

    private mutating func report(
        _ code: String, _ location: Location, zh: String, en: String
    ) {
        diagnostics.append(
            Diagnostic(
                code: code, severity: .warning, message: Message(zh: zh, en: en), at: location))
    }
}
