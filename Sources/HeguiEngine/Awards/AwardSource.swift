import CEL
import HeguiPack
import HeguiTables

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
