import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiTables

/// The cells of a relation's row that a form's parts read.
struct RowEvidence: Sendable {
    private let telling: [Trace]
    private let all: [Trace]

    /// Returns the evidence of the rows of table `row`, which `relation` lists, among `parts`.
    init(_ parts: [Part], of relation: Relation, row: Int, _ schema: Schema) {
        let read = parts.all.filter { $0.relation == relation }
        func traces(_ parts: [Part]) -> [Trace] {
            parts.compactMap(\.expression).map {
                Trace(FieldName.all(of: $0), table: row, schema: schema)
            }
        }
        telling = traces(read.filter(\.isTelling))
        all = traces(read)
    }

    /// Adds the cells on which a verdict rests, and the row as a whole where there are none.
    ///
    /// Of a row of which it is not known what it gives, the empty cells come first, or all that
    /// is read of it where none is empty.
    func collect(
        _ row: RowReference, isKnown: Bool, _ records: Records, into cells: inout [CellAddress]
    ) {
        guard cells.count < Trace.limit else { return }
        let before = cells.count
        if !isKnown {
            for trace in all { trace.collectEmpty(row, records, into: &cells) }
            if cells.count == before {
                for trace in all { trace.collect(row, records, into: &cells) }
            }
        }
        for trace in telling { trace.collect(row, records, into: &cells) }
        let address = records.tables[row.table].rows[row.row].address
        if cells.count == before, !cells.contains(address) { cells.append(address) }
    }
}

/// The cells of the subject that a form's parts read.
struct SubjectEvidence: Sendable {
    private let telling: [Trace]
    private let all: [Trace]

    /// Returns the evidence of rows of `table`; parts within other requirements have their own.
    init(_ parts: [Part], table: Int, _ schema: Schema) {
        let singular = schema.tables[table].singular
        func traces(_ parts: [Part]) -> [Trace] {
            parts.compactMap(\.expression).filter { $0.checked.variables.contains(singular) }.map {
                Trace(FieldName.all(of: $0), table: table, schema: schema)
            }
        }
        // Of what chooses rows, the rows tell.
        telling = traces(
            parts.all.filter { $0.isTelling && ($0.relation == nil || $0.isAmount) })
        all = traces(parts.all)
    }

    /// Puts the subject's cells behind the first cell of a row, so that those who see only some
    /// cells see both what was found and what was asked.
    func complete(_ judgement: inout Judgement, _ frame: Frame) {
        guard judgement.verdict != .notApplicable else { return }
        var own: [CellAddress] = []
        for trace in telling { trace.collect(frame.subject, frame.records, into: &own) }
        if judgement.verdict == .undetermined {
            for trace in all { trace.collectEmpty(frame.subject, frame.records, into: &own) }
        }
        var sources = Array(judgement.sources.prefix(1))
        for cell in own + judgement.sources.dropFirst() + judgement.besides
        where !sources.contains(cell) { sources.append(cell) }
        judgement.sources = sources
        judgement.besides = []
    }
}

/// A requirement whose judgements name the cells of the subject that its parts read.
struct EvidencedRequirement: PlannedRequirement {
    let requirement: any PlannedRequirement
    let evidence: SubjectEvidence

    var comparesSubjects: Bool { requirement.comparesSubjects }

    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        try requirement.lowered(lowering, table: table)
    }

    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge {
        EvidencedJudge(judge: try requirement.prepared(subjects), evidence: evidence)
    }
}

private struct EvidencedJudge: Judge {
    let judge: any Judge
    let evidence: SubjectEvidence

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        var judgement = try judge.judge(frame)
        evidence.complete(&judgement, frame)
        return judgement
    }
}
