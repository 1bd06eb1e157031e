import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// No other row may have the same values.
struct PlannedUnique: PlannedRequirement {
    let keys: [PlannedExpression]
    let condition: PlannedExpression?
    private let evidence: RowEvidence

    var comparesSubjects: Bool { true }

    init(_ form: UniqueRequirement, _ planner: Planner, subject table: Int) {
        keys = form.keys.map { PlannedExpression($0, planner: planner, subject: table) }
        condition = planner.plan(form.condition, subject: table)
        evidence = RowEvidence(form.keys, of: table, planner.schema)
    }

    /// Finds the rows of each key; rows whose key cannot be told stand in nobody's way.
    func prepared(_ subjects: Subjects) throws(EvaluationError) -> any Judge {
        var rows: [[ValueKey]: [Int]] = [:]
        var possible: [[ValueKey]: (rows: [Int], causes: [UnknownCause])] = [:]
        for row in 0..<subjects.count {
            // A row whose own expressions fail is said to fail when it is judged.
            guard let frame = try? subjects.frame(row), let isMeant = try? isMeant(frame),
                !isMeant.isKnownFalse, case .known(let key)? = try? key(frame)
            else { continue }
            switch isMeant {
            case .known: rows[key, default: []].append(row)
            case .unknown(let causes):
                possible[key, default: ([], [])].rows.append(row)
                possible[key]?.causes.formUnion(causes)
            }
        }
        return Index(form: self, rows: rows, possible: possible)
    }

    /// Returns whether the row is to be unique, or what is missing to tell.
    fileprivate func isMeant(_ frame: Frame) throws(EvaluationError) -> Answer<Bool> {
        try condition?.truth(frame) ?? .known(true)
    }

    /// Returns the row's key, or what is missing of it.
    fileprivate func key(_ frame: Frame) throws(EvaluationError) -> Answer<[ValueKey]> {
        var parts: [ValueKey] = []
        var missing: [UnknownCause] = []
        var isKnown = true
        for expression in keys {
            switch try expression.read(frame) {
            case .unknown(let causes):
                isKnown = false
                missing.formUnion(causes)
            case .known(.null):
                isKnown = false
                missing.formUnion(expression.missingCells(frame))
            case .known(let value):
                guard let part = ValueKey(value) else {
                    isKnown = false
                    if let cause = DayValue.operand(of: value)?.cause {
                        missing.formUnion([cause])
                    }
                    continue
                }
                parts.append(part)
            }
        }
        return isKnown ? .known(parts) : .unknown(missing)
    }

    private struct Index: Judge {
        let form: PlannedUnique
        let rows: [[ValueKey]: [Int]]
        /// Rows of which it is not known whether they are to be unique, and why.
        let possible: [[ValueKey]: (rows: [Int], causes: [UnknownCause])]

        func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
            switch try form.isMeant(frame) {
            case .unknown(let causes): return .undetermined(causes)
            case .known(false): return Judgement(.notApplicable)
            case .known(true): break
            }
            switch try form.key(frame) {
            case .unknown(let causes): return .undetermined(causes)
            case .known(let key):
                let others = (rows[key] ?? []).filter { $0 != frame.subject.row }
                if others.isEmpty, let others = possible[key] {
                    return .undetermined(others.causes)
                }
                if others.isEmpty, let open = frame.rowStore.open.openPart(beside: frame.subject) {
                    return .undetermined(open.causes)
                }
                var judgement = Judgement(others.isEmpty ? .met : .violated)
                judgement.observed = String(others.count + 1)
                judgement.required = "1"
                judgement.gap = Ratio(Int64(others.count))
                if !others.isEmpty { name(others, frame, in: &judgement) }
                return judgement
            }
        }

        private func name(_ others: [Int], _ frame: Frame, in judgement: inout Judgement) {
            let table = frame.subject.table
            let names = others.prefix(3).map { row in
                ValueText.label(of: RowReference(table: table, row: row), frame.rowStore)
            }
            let more = others.count > names.count
            judgement.unmet = Message(
                zh: "与\(names.joined(separator: "、"))\(more ? "等" : "")相同",
                en: "the same as \(names.joined(separator: ", "))\(more ? " and others" : "")")
            for row in others.prefix(Trace.limit) {
                form.evidence.collect(
                    RowReference(table: table, row: row), frame.rowStore, into: &judgement.besides)
            }
        }
    }
}
