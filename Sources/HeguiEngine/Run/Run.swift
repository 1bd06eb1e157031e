import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// One review in the making: the plan, the data as values, and the day.
struct Run {
    let plan: Plan
    let tables: Tables
    let asOf: Day
    let records: Records
    /// The parameters in force on the as-of day.
    let parameters: ParametersObject
    private let isDated: Bool

    init(plan: Plan, tables: Tables, asOf: Day) {
        let parameters = ParametersObject(plan.pack.parameters, on: DayRange(asOf))
        var records = Records(schema: plan.schema, tables: tables)
        for column in plan.columns {
            let current = records
            let values = column.values(in: current) { row in
                Frame(
                    records: current, calendar: plan.pack.calendar, asOf: asOf, subject: row,
                    parameters: parameters)
            }
            records = current.replacing(table: column.table, column: column.column, with: values)
        }
        self.plan = plan
        self.tables = tables
        self.asOf = asOf
        self.records = records.named()
        self.parameters = parameters
        isDated = plan.pack.parameters.contains { $0.values.count > 1 }
    }

    func review() -> Review {
        var outcomes: [Outcome] = []
        var starts: [String: Int] = [:]
        let wording = Wording(self)
        for rule in plan.rules {
            starts[rule.rule.id] = outcomes.count
            RuleRun(run: self, planned: rule, wording: wording).append(to: &outcomes)
        }
        var register = RecordRegister(run: self, starts: starts)
        register.apply(to: &outcomes)
        let standings = standings(outcomes, starts)
        let summaries = plan.rules.map { rule in
            summary(of: rule, outcomes[(starts[rule.rule.id] ?? 0)...])
        }
        var diagnostics = tables.diagnostics + register.diagnostics
        if !plan.pack.effective.contains(asOf) { diagnostics.append(notInForce()) }
        return Review(
            pack: plan.pack, asOf: asOf, outcomes: outcomes, standings: standings,
            rules: summaries, dataFindings: tables.findings + treeFindings(), files: tables.files,
            diagnostics: diagnostics)
    }

    /// Returns the standings of all awards, each decided after those that come before it.
    private func standings(_ outcomes: [Outcome], _ starts: [String: Int]) -> [Standing] {
        var decided: [String: [Standing]] = [:]
        var open = plan.awards
        while !open.isEmpty {
            let waiting = Set(open.map(\.award.id))
            // The loader has refused awards that wait for each other.
            let next = open.firstIndex { $0.award.after.allSatisfy { !waiting.contains($0) } } ?? 0
            let award = open.remove(at: next)
            decided[award.award.id] =
                AwardRun(
                    run: self, planned: award, outcomes: outcomes, starts: starts,
                    earlier: decided
                ).standings()
        }
        return plan.awards.flatMap { decided[$0.award.id] ?? [] }
    }

    /// Returns the frame in which `row` is judged; `versionBy` gives the day by which dated
    /// parameters are chosen.
    func frame(
        _ row: RowReference, versionBy: PlannedExpression? = nil
    ) throws(EvaluationError) -> Frame {
        let frame = Frame(
            records: records, calendar: plan.pack.calendar, asOf: asOf, subject: row,
            parameters: parameters)
        guard let versionBy, isDated else { return frame }
        let version: ParametersObject
        switch try versionBy.day(frame) {
        case .known(let day?):
            version = ParametersObject(
                plan.pack.parameters, on: day.days, causes: day.cause.map { [$0] } ?? [])
        case .known(nil):
            version = ParametersObject(
                plan.pack.parameters, on: nil, causes: versionBy.emptyCells(frame))
        case .unknown(let causes):
            version = ParametersObject(plan.pack.parameters, on: nil, causes: causes)
        }
        return Frame(
            records: records, calendar: plan.pack.calendar, asOf: asOf, subject: row,
            parameters: version)
    }

    /// Returns how outcomes name the row.
    func subject(_ row: RowReference) -> Outcome.Subject {
        let names = records.names(ofTable: row.table)
        let table = plan.schema.tables[row.table]
        var subject = Outcome.Subject(
            type: table.singular, row: row.row, id: names.ids[row.row],
            name: names.names[row.row])
        if case .reference(let column, let target)? = table.group,
            let number = records.target(of: row, column: column)
        {
            let groups = records.names(ofTable: target)
            if groups.ids.indices.contains(number) {
                subject.groupID = groups.ids[number]
                subject.groupName = groups.names[number]
            }
        }
        return subject
    }

    private func notInForce() -> Diagnostic {
        Diagnostic(
            code: "E0008", severity: .warning,
            message: Message(
                zh: "`\(plan.pack.id)` 在 \(asOf) 不施行，所有规则都不适用",
                en: "`\(plan.pack.id)` is not in force on \(asOf), so no rule applies"),
            at: nil)
    }
}
