import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// The outcomes of one run row by row, as waivers and explanations see them.
struct RunOutcomes: StatedOutcomes {
    let run: Run
    /// By rule: where its outcomes begin.
    let starts: [String: Int]
    var outcomes: [Outcome]

    var plan: Plan { run.plan }
    var asOf: Day { run.asOf }

    private func index(_ place: StatementRegister.Place) -> Int {
        (starts[plan.rules[place.rule].rule.id] ?? 0) + place.row
    }

    func rows(called subject: String, by rule: PlannedRule) -> [Int] {
        run.rowStore.names(ofTable: rule.table).rows(called: subject)
    }

    func verdict(_ place: StatementRegister.Place) -> Verdict { outcomes[index(place)].verdict }
    func level(_ place: StatementRegister.Place) -> Level { outcomes[index(place)].level }

    func parties(_ place: StatementRegister.Place) -> OutcomeParties {
        OutcomeParties(of: RowReference(table: plan.rules[place.rule].table, row: place.row), run)
    }

    func names(ofTable table: Int) -> SubjectNames { run.rowStore.names(ofTable: table) }
    var annexes: [ReceivedAnnex] { run.tables.annexes }

    mutating func apply(_ waiver: Waiver, at place: StatementRegister.Place) {
        outcomes[index(place)].apply(waiver)
    }

    mutating func apply(_ explanation: Explanation, at place: StatementRegister.Place) {
        outcomes[index(place)].explanation = explanation
    }
}

extension Outcome {
    /// Makes a violation a waived one.
    mutating func apply(_ waiver: Waiver) {
        verdict = .waived
        self.waiver = waiver
        let number = waiver.document.map { (zh: "（\($0)）", en: " (\($0))") }
        message = message.adding(
            Message(
                zh: "\(waiver.approver)于\(waiver.day)批准豁免\(number?.zh ?? "")，"
                    + "有效期至\(waiver.expires)：\(waiver.reason)",
                en: "waived by \(waiver.approver) on \(waiver.day)\(number?.en ?? "") "
                    + "until \(waiver.expires): \(waiver.reason)"))
    }
}

/// An award decided from the outcomes of one run.
struct RunAwardSource: AwardSource {
    let run: Run
    let table: Int
    let outcomes: [Outcome]
    /// By rule: where its outcomes begin.
    let starts: [String: Int]

    var plan: Plan { run.plan }
    var rowCount: Int { run.rowStore.tables[table].rows.count }
    var explains: Bool { true }

    func subject(_ row: Int) -> Outcome.Subject {
        run.subject(RowReference(table: table, row: row))
    }

    func verdict(of rule: String, _ row: Int) -> Verdict? {
        place(of: rule, row).map { outcomes[$0].verdict }
    }

    func rate(of rule: String, _ row: Int) -> Outcome.Rate? {
        place(of: rule, row).flatMap { outcomes[$0].rate }
    }

    func outcome(of rule: String, _ row: Int) -> Outcome? {
        place(of: rule, row).map { outcomes[$0] }
    }

    func frame(_ row: RowReference, owner: String) throws(EvaluationError) -> Frame {
        try run.frame(row, owner: owner)
    }

    func target(of row: RowReference, column: Int) -> Int? {
        run.rowStore.target(of: row, column: column)
    }

    func probe(_ award: String) -> BoundaryProbe? { run.probe(award, row: nil) }

    private func place(of rule: String, _ row: Int) -> Int? {
        guard let start = starts[rule], outcomes.indices.contains(start + row),
            outcomes[start + row].rule == rule
        else { return nil }
        return start + row
    }
}
