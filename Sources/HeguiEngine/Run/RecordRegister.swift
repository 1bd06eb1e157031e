import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// Outcomes to which waivers and explanations are applied.
protocol RecordedOutcomes {
    var plan: Plan { get }
    var asOf: Day { get }

    /// Returns the rows that people call `subject`: by key, or else by name.
    func rows(called subject: String, by rule: PlannedRule) -> [Int]
    func verdict(_ place: RecordRegister.Place) -> Verdict
    func level(_ place: RecordRegister.Place) -> Level
    mutating func apply(_ waiver: Waiver, at place: RecordRegister.Place)
    mutating func apply(_ explanation: Explanation, at place: RecordRegister.Place)
}

/// Applies the waivers and explanations of a drop, and reports those that do not fit.
struct RecordRegister {
    /// An outcome.
    struct Place: Hashable {
        /// The rule's number in the plan.
        let rule: Int
        let row: Int
    }

    private(set) var diagnostics: [Diagnostic] = []
    /// The waivers that were applied.
    private var waivers: [Place: Waiver] = [:]

    mutating func apply(
        _ waivers: [Waiver], _ explanations: [Explanation],
        to outcomes: inout some RecordedOutcomes
    ) {
        for waiver in waivers { apply(waiver, to: &outcomes) }
        for explanation in explanations { apply(explanation, to: &outcomes) }
    }

    private mutating func apply(_ waiver: Waiver, to outcomes: inout some RecordedOutcomes) {
        guard let place = place(of: RecordMatcher.Record(waiver), in: outcomes) else { return }
        if let diagnostic = RecordMatcher.obstacle(to: waiver, on: outcomes.asOf) {
            diagnostics.append(diagnostic)
            return
        }
        if let first = waivers[place] {
            diagnostics.append(RecordCheck.repetition(of: waiver, first: first))
            return
        }
        guard outcomes.verdict(place) == .violated else {
            return report(
                "E0006", waiver.location,
                zh: "豁免没有对应的违反情形（`\(waiver.rule)`）",
                en: "the waiver covers nothing: `\(waiver.rule)` is not violated")
        }
        outcomes.apply(waiver, at: place)
        waivers[place] = waiver
    }

    private mutating func apply(
        _ explanation: Explanation, to outcomes: inout some RecordedOutcomes
    ) {
        let location = explanation.location
        guard let place = place(of: RecordMatcher.Record(explanation), in: outcomes) else { return }
        if let diagnostic = RecordMatcher.obstacle(to: explanation, on: outcomes.asOf) {
            diagnostics.append(diagnostic)
            return
        }
        guard outcomes.verdict(place) == .violated else {
            return report(
                "E0006", location, zh: "说明没有对应的疑点（`\(explanation.rule)`）",
                en: "the explanation explains nothing: `\(explanation.rule)` is not violated")
        }
        guard outcomes.level(place) == .verify else {
            return report(
                "E0007", location, zh: "说明只能核销核实性疑点，`\(explanation.rule)` 在此不是",
                en: "an explanation closes findings of level verify only, "
                    + "which `\(explanation.rule)` is not here")
        }
        outcomes.apply(explanation, at: place)
    }

    /// Returns where the outcome that a record speaks of stands, or reports why there is none.
    private mutating func place(
        of record: RecordMatcher.Record, in outcomes: some RecordedOutcomes
    ) -> Place? {
        let matcher = RecordMatcher(outcomes.plan.pack)
        if let diagnostic = matcher.unknownRule(of: record) {
            diagnostics.append(diagnostic)
            return nil
        }
        // A rule that the pack has but this plan leaves out is nobody's mistake.
        let rules = outcomes.plan.rules
        guard let number = rules.firstIndex(where: { $0.rule.id == record.rule }) else {
            return nil
        }
        let rows = outcomes.rows(called: record.subject, by: rules[number])
        switch RecordMatcher.match(record, among: rows) {
        case .row(let row): return Place(rule: number, row: row)
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
