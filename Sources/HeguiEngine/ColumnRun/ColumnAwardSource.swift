import CEL
import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

/// An award decided from rules that were worked on columns.
struct ColumnAwardSource: AwardSource {
    let run: ColumnRun
    let table: Int
    let explains = false
    /// By id.
    let rules: [String: ColumnRule]
    /// Whether each row is a candidate, where columns tell it.
    private let candidates: Codes?
    /// The award's rows as the plain evaluator sees them, for what columns do not tell.
    private let plain: PlainTable

    init(_ run: ColumnRun, _ planned: PlannedAward, rules: [String: ColumnRule]) {
        self.run = run
        table = planned.table
        self.rules = rules
        plain = PlainTable(
            run, table: planned.table, RuleInputs(planned.award, run.plan.schema))
        candidates = planned.candidates.flatMap { run.lowering.codes(of: $0, planned.table) }
    }

    var plan: Plan { run.plan }
    var rowCount: Int { run.store.tables.tables[table].rowCount }

    /// The key alone: names come with what explains a standing.
    func subject(_ row: Int) -> Outcome.Subject {
        let type = plan.schema.tables[table].singular
        guard let id = run.store.tables.tables[table].keyText(of: row) else {
            return plain.subject(row)
        }
        return Outcome.Subject(type: type, row: row, id: id, name: id)
    }

    func fullSubject(_ row: Int) -> Outcome.Subject { plain.subject(row) }

    func verdict(of rule: String, _ row: Int) -> Verdict? {
        rules[rule].flatMap { $0.planned.table == table ? $0.verdict(row) : nil }
    }

    func rate(of rule: String, _ row: Int) -> Outcome.Rate? {
        rules[rule].flatMap { $0.planned.table == table ? $0.rate(row) : nil }
    }

    func outcome(of rule: String, _ row: Int) -> Outcome? {
        rules[rule].flatMap { $0.planned.table == table ? $0.outcome(row) : nil }
    }

    func frame(_ row: RowReference, owner: String) throws(EvaluationError) -> Frame {
        try plain.run.frame(row, owner: owner)
    }

    func isCandidate(
        _ condition: PlannedExpression, _ row: RowReference, owner: String
    ) throws(EvaluationError) -> Answer<Bool> {
        switch candidates?[row.row] {
        case TruthBlock.yes?: .known(true)
        case TruthBlock.no?: .known(false)
        default: try condition.truth(try frame(row, owner: owner))
        }
    }

    func target(of row: RowReference, column: Int) -> Int? {
        let store = run.store.tables.tables[table]
        guard case .reference(let place, _) = store.meanings[column] else { return nil }
        let found = store.cell(row: row.row, place: place)
        return found >= 0 ? Int(found) : nil
    }

    func probe(_ award: String) -> BoundaryProbe? { nil }
}

/// What an award came to, with the way to what explains it.
final class AwardDecision: @unchecked Sendable {
    let standings: [Standing]
    private let isCandidate: [Bool]
    private let run: AwardRun
    private let source: ColumnAwardSource

    init(_ run: AwardRun, _ source: ColumnAwardSource, of candidates: [Candidate]) {
        self.run = run
        self.source = source
        standings = candidates.map(\.standing)
        isCandidate = candidates.map { $0.isCandidate == true }
    }

    /// Returns a standing with the subject's name, its reasons and the nearest change.
    func explained(_ index: Int) -> Standing {
        var standing = standings[index]
        standing.subject = source.fullSubject(standing.subject.row)
        return isCandidate[index] ? run.explained(standing) : standing
    }
}
