import CEL
import HeguiIntake
import HeguiPack

/// What an award is decided from.
protocol AwardSource {
    var plan: Plan { get }
    /// How many rows the award's table has.
    var rowCount: Int { get }
    /// Whether standings are to say at once what explains them, or only what decides them.
    var explains: Bool { get }

    func subject(_ row: Int) -> Outcome.Subject
    /// What a rule comes to for a row; nil where it says nothing.
    func verdict(of rule: String, _ row: Int) -> Verdict?
    func rate(of rule: String, _ row: Int) -> Outcome.Rate?
    func outcome(of rule: String, _ row: Int) -> Outcome?
    /// Returns the frame in which an expression of the award `owner` sees a row.
    func frame(_ row: RowReference, owner: String) throws(EvaluationError) -> Frame
    /// Returns whether the row is a candidate by the award's own condition.
    func isCandidate(
        _ condition: PlannedExpression, _ row: RowReference, owner: String
    ) throws(EvaluationError) -> Answer<Bool>
    /// Returns the row to which a column of a row refers.
    func target(of row: RowReference, column: Int) -> Int?
    /// Returns what notes the boundaries that an award's numbers meet.
    func probe(_ award: String) -> BoundaryProbe?
}

extension AwardSource {
    func isCandidate(
        _ condition: PlannedExpression, _ row: RowReference, owner: String
    ) throws(EvaluationError) -> Answer<Bool> {
        try condition.truth(try frame(row, owner: owner))
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
