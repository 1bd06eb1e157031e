import CEL
import HeguiPack
import HeguiTables

/// An award decided from the outcomes of one run.
struct RunAwardSource: AwardSource {
    let run: Run
    let table: Int
    let outcomes: [Outcome]
    /// By rule: where its outcomes begin.
    let starts: [String: Int]

    var plan: Plan { run.plan }
    var rowCount: Int { run.records.tables[table].rows.count }
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
        run.records.target(of: row, column: column)
    }

    func probe(_ award: String) -> BoundaryProbe? { run.probe(award, row: nil) }

    private func place(of rule: String, _ row: Int) -> Int? {
        guard let start = starts[rule], outcomes.indices.contains(start + row),
            outcomes[start + row].rule == rule
        else { return nil }
        return start + row
    }
}
