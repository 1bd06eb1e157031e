import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// The cells of a relation's row that a form's parts read.
struct RowEvidence: Sendable {
    private let telling: [Trace]

    /// Returns the evidence of the rows of table `row`, which `relation` lists: what the telling
    /// parts read of them, or the parts that `tells` chooses.
    init(
        _ parts: [Part], of relation: Relation, row: Int, _ schema: Schema,
        tells: (Part) -> Bool = \.isTelling
    ) {
        let told = parts.all.filter { $0.relation == relation && tells($0) }
        self.init(told.compactMap(\.expression), of: row, schema)
    }

    /// Returns the evidence of rows of `table` by what `expressions` read of them.
    init(_ expressions: [Expression], of table: Int, _ schema: Schema) {
        telling = expressions.map {
            Trace(FieldName.all(of: $0), table: table, schema: schema)
        }
    }

    /// Adds the cells on which a verdict rests, and the row as a whole where there are none.
    func collect(_ row: RowReference, _ rowStore: RowStore, into cells: inout [CellAddress]) {
        guard cells.count < Trace.limit else { return }
        let before = cells.count
        for trace in telling { trace.collect(row, rowStore, into: &cells) }
        let address = rowStore.tables[row.table].rows[row.row].address
        if cells.count == before, !cells.contains(address) { cells.append(address) }
    }
}

/// The cells of the subject that a form's parts read.
struct SubjectEvidence: Sendable {
    private let telling: [Trace]

    /// Returns the evidence of rows of `table`; parts within other requirements have their own.
    init(_ parts: [Part], table: Int, _ schema: Schema) {
        let told = parts.telling(ofSubject: schema.tables[table].singular)
        telling = told.compactMap { part in
            guard let expression = part.expression else { return nil }
            let trace = Trace(FieldName.all(of: expression), table: table, schema: schema)
            // What rows are held against are figures of the subject, not further rows.
            return part.relation == nil ? trace : trace.withoutRelations
        }
    }

    /// Puts the subject's cells behind the first cell of a row, so that those who see only some
    /// cells see both what was found and what was asked.
    func complete(_ judgement: inout Judgement, _ frame: Frame) {
        guard judgement.verdict != .notApplicable else { return }
        var own: [CellAddress] = []
        for trace in telling { trace.collect(frame.subject, frame.rowStore, into: &own) }
        var sources = Array(judgement.sources.prefix(1))
        sources.formUnion(own + judgement.sources.dropFirst() + judgement.besides)
        judgement.sources = sources
        judgement.besides = []
    }
}

extension [CellAddress] {
    /// Adds those of `others` that are not there yet, up to `limit` cells in all.
    mutating func formUnion(_ others: some Sequence<CellAddress>, upTo limit: Int = .max) {
        for cell in others where count < limit && !contains(cell) { append(cell) }
    }
}

extension [[CellAddress]] {
    /// The first cell of each list, then the second of each, and so on, each once, as many as
    /// outcomes name: no list crowds out another.
    var interleaved: [CellAddress] {
        var cells: [CellAddress] = []
        for place in 0..<(map(\.count).max() ?? 0) {
            for list in self where place < list.count && cells.count < Trace.limit {
                if !cells.contains(list[place]) { cells.append(list[place]) }
            }
        }
        return cells
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

    func briefly(_ frame: Frame) throws(EvaluationError) -> Judgement { try judge.briefly(frame) }
}
