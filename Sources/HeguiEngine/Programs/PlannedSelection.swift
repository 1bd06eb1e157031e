import CEL
import HeguiPack

/// The rows of a relation of the subject, and which of them a form looks at.
struct PlannedSelection: Sendable {
    /// The relation's number.
    let relation: Int
    /// What a row is called in expressions.
    let variable: String
    /// The table that holds the relation's rows.
    let table: Int
    let condition: PlannedExpression?

    init?(_ selection: RowSelection, _ planner: Planner, subject: Int) {
        self.init(
            selection.relation, as: selection.variable, where: selection.condition, planner,
            subject: subject
        )
    }

    init?(
        _ relation: Relation, as variable: String, where condition: Expression?, _ planner: Planner,
        subject: Int
    ) {
        guard let number = planner.schema.number(of: relation, from: subject) else { return nil }
        self.relation = number
        self.variable = variable
        table = planner.schema.relations[number].table
        self.condition = planner.plan(condition, subject: subject, row: table)
    }

    /// Returns the subject's rows, or what is missing to tell them.
    func rows(_ frame: Frame) -> Answer<[RowReference]> {
        switch frame.rowStore.rows(ofRelation: relation, of: frame.subject.row) {
        case .unknown(let causes): .unknown(causes)
        case .known(let rows): .known(rows.map { RowReference(table: table, row: $0) })
        }
    }

    /// Returns what there may be besides the subject's rows.
    func openPart(_ frame: Frame) -> OpenPart? {
        frame.rowStore.openPart(ofRelation: relation, of: frame.subject.row)
    }

    /// Returns the rows of the table that may be among the subject's, in their order.
    func possibleRows(of open: OpenPart?) -> [RowReference] {
        open?.rows.sorted().map { RowReference(table: table, row: $0) } ?? []
    }

    /// Returns the subject's rows that fulfil the condition and those that may.
    func chosen(_ frame: Frame) throws(EvaluationError) -> Answer<Chosen> {
        switch rows(frame) {
        case .unknown(let causes): return .unknown(causes)
        case .known(let rows):
            let open = openPart(frame)
            var chosen = Chosen()
            chosen.open = open?.unseen
            for row in rows { try add(row, isOwn: .known(true), frame, to: &chosen) }
            for row in possibleRows(of: open) {
                try add(row, isOwn: .unknown(open?.causes ?? []), frame, to: &chosen)
            }
            return .known(chosen)
        }
    }

    /// Adds a row as far as it is the subject's and fulfils the condition.
    private func add(
        _ row: RowReference, isOwn: Answer<Bool>, _ frame: Frame, to chosen: inout Chosen
    ) throws(EvaluationError) {
        switch isOwn.and(try condition?.truth(frame.looking(at: row)) ?? .known(true)) {
        case .known(true): chosen.certain.append(row)
        case .known(false): return
        case .unknown(let causes):
            chosen.possible.append(row)
            chosen.causes.formUnion(causes)
        }
    }

    struct Chosen {
        var certain: [RowReference] = []
        var possible: [RowReference] = []
        /// What is missing to tell about those that are possible.
        var causes: [UnknownCause] = []
        /// Rows that were not read and may fulfil it.
        var open: OpenPart?

        /// Whether there may be rows besides those that certainly are.
        var mayHaveMore: Bool { !possible.isEmpty || open != nil }

        /// What is missing to tell all.
        var allCauses: [UnknownCause] {
            var all = causes
            all.formUnion(open?.causes ?? [])
            return all
        }
    }
}
