import HeguiColumns
import HeguiPack

/// A form of requirement as work on columns.
protocol RequirementKernel: Sendable {
    /// Sets the code of each row of the block; `VerdictCode.open` leaves a row to the plain
    /// evaluator.
    func judge(_ rows: RowBlock, into codes: Codes)

    /// Returns what adds, to the facts of a row of the block that is not open, what was found of
    /// it; false where only the plain evaluator can.
    func reader(_ rows: RowBlock) -> (_ index: Int, _ facts: inout OutcomeFacts) -> Bool

    /// Returns the rate of a row, or nil where the form has none or columns do not tell it.
    func rate(_ row: Int) -> Outcome.Rate?

    /// Returns the rows without which some rows cannot be judged; nil: all, where rows are
    /// compared with each other at all.
    func companions(of rows: [Int]) -> Set<Int>?
}

extension RequirementKernel {
    func rate(_ row: Int) -> Outcome.Rate? { nil }
    func companions(of rows: [Int]) -> Set<Int>? { nil }
}

/// A form that says the same of every row, as one that is not in force does.
struct ConstantKernel: RequirementKernel {
    let verdict: Verdict

    func judge(_ rows: RowBlock, into codes: Codes) {
        let truth = TruthBlock(count: rows.count)
        truth.fill(TruthBlock.yes)
        codes.overwrite(truth, at: rows.firstRow, yes: VerdictCode.of(verdict))
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool { { _, _ in true } }
}
