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
        let name = Message(zh: "豁免", en: "the waiver")
        guard let place = place(of: waiver.rule, waiver.subject, name, waiver.location) else {
            return
        }
        if run.asOf < waiver.day {
            return report(
                "E0004", waiver.location,
                zh: "豁免自 \(waiver.day) 起才有效，未适用",
                en: "the waiver runs from \(waiver.day) and is not applied")
        }
        if waiver.expires < run.asOf {
            return report(
                "E0005", waiver.location,
                zh: "豁免已于 \(waiver.expires) 到期，未适用",
                en: "the waiver expired on \(waiver.expires) and is not applied")
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
        let name = Message(zh: "说明", en: "the explanation")
        let location = explanation.location
        guard let place = place(of: explanation.rule, explanation.subject, name, location) else {
            return
        }
        if run.asOf < explanation.day {
            return report(
                "E0004", location, zh: "说明写于 \(explanation.day)，晚于检查日，未采用",
                en: "the explanation dates from \(explanation.day), after the day of the check")
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

    // People's names stay out of diagnostics, which point at the record instead.

    /// Returns where the outcome that a record speaks of stands, or reports why there is none.
    private mutating func place(
        of rule: String, _ subject: String, _ name: Message, _ location: Location
    ) -> Int? {
        guard let planned = run.plan.rules.first(where: { $0.rule.id == rule }),
            let start = starts[rule]
        else {
            // A rule that the pack has but this plan leaves out is nobody's mistake.
            if run.plan.pack.rules.contains(where: { $0.id == rule }) { return nil }
            let near = NearestName.suggestion(for: rule, among: run.plan.pack.rules.map(\.id))
            report(
                "E0001", location, zh: "\(name.zh)所指的规则 `\(rule)` 不存在",
                en: "\(name.en) names an unknown rule `\(rule)`",
                help: near.map {
                    Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?")
                })
            return nil
        }
        let names = run.records.names(ofTable: planned.table)
        let exact = names.ids.indices.filter { names.ids[$0] == subject }
        let rows = exact.isEmpty ? names.names.indices.filter { names.names[$0] == subject } : exact
        if let row = rows.first, rows.count == 1 { return start + row }
        if rows.isEmpty {
            report(
                "E0002", location, zh: "\(name.zh)所指的对象不在数据中",
                en: "\(name.en) names a subject that the data do not have")
        } else {
            report(
                "E0003", location,
                zh: "\(name.zh)所指的对象有\(rows.count)个同名，未适用",
                en: "\(name.en) names \(rows.count) subjects of one name and is not applied",
                help: Message(zh: "请写编号", en: "give the key instead"))
        }
        return nil
    }

    private mutating func report(
        _ code: String, _ location: Location, zh: String, en: String, help: Message? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                code: code, severity: .warning, message: Message(zh: zh, en: en), at: location,
                help: help))
    }
}
