import HeguiColumns
import HeguiPack
import HeguiReview

/// Several forms of which one or all have to be met.
struct CombinationKernel: RequirementKernel {
    private let mode: Combination.Mode
    private let parts: [any RequirementKernel]
    /// By part: what it comes to for each row.
    private let codes: [Codes]

    init(_ mode: Combination.Mode, _ parts: [any RequirementKernel], rows: Int) {
        self.mode = mode
        self.parts = parts
        codes = parts.map { _ in Codes(repeating: VerdictCode.unsettled, count: rows) }
    }

    func judge(_ rows: RowBlock, into codes: Codes) {
        for (part, own) in zip(parts, self.codes) { part.judge(rows, into: own) }
        for row in rows.firstRow..<rows.firstRow + rows.count {
            codes[row] = verdict(row).map(VerdictCode.of) ?? VerdictCode.unsettled
        }
    }

    /// Nil where a part is left to the plain evaluator, since it may fail.
    private func verdict(_ row: Int) -> Verdict? {
        var verdicts: [Verdict] = []
        for own in codes {
            guard own[row] != VerdictCode.unsettled else { return nil }
            let verdict = VerdictCode.verdict(own[row])
            if verdict != .notApplicable { verdicts.append(verdict) }
        }
        let chosen = mode == .any ? Verdict.best(of: verdicts) : Verdict.worst(of: verdicts)
        return chosen ?? .notApplicable
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let readers = parts.map { $0.reader(rows) }
        let first = rows.firstRow
        return { index, facts in
            guard let verdict = verdict(first + index),
                let part = codes.firstIndex(where: {
                    VerdictCode.verdict($0[first + index]) == verdict
                })
            else { return false }
            var own = facts
            own.verdict = verdict
            guard readers[part](index, &own) else { return false }
            own.verdict = facts.verdict
            facts = own
            return true
        }
    }
}

extension PlannedCombination {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        var forms: [LoweredForm] = []
        for part in parts {
            if part.requirement.comparesSubjects {
                throw LoweringObstacle("其中有一项比较各行", "one of its parts compares rows")
            }
            forms.append(try part.requirement.lowered(lowering, table: table))
        }
        let mode = mode
        return .several(forms) { CombinationKernel(mode, $0, rows: $1) }
    }
}
