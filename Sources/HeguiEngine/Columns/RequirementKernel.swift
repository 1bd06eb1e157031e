import HeguiColumns
import HeguiPack

/// A form of requirement as work on columns.
protocol FormKernel: Sendable {
    /// Sets the code of each row of the block, of which `VerdictCode.open` is left to the plain
    /// evaluator.
    func judge(_ rows: RowBlock, into codes: Codes)

    /// Returns what adds, to the facts of a row of the block that is not open, what was found of
    /// it; false where only the plain evaluator can.
    func reader(_ rows: RowBlock) -> (_ index: Int, _ facts: inout OutcomeFacts) -> Bool
}
