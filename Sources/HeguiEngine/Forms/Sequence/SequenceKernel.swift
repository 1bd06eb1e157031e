import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// Steps in order and at stated distances, by the days that columns give.
struct SequenceKernel: RequirementKernel {
    let days: [CellKernel]
    let sequence: PlannedSequence
    let background: FrameBackground

    func judge(_ rows: RowBlock, into codes: Codes) {
        let frame = background.frame
        let blocks = days.map { $0.block(rows) }
        // Many subjects have the same days, or none.
        var known: [[Int32]: UInt8] = [:]
        for index in 0..<rows.count {
            let cells = blocks.map { $0[index] }
            let code = known[cells] ?? code(cells, frame)
            known[cells] = code
            codes[rows.firstRow + index] = code
        }
    }

    private func code(_ cells: [Int32], _ frame: Frame) -> UInt8 {
        guard !cells.contains(ColumnCells.special) else { return VerdictCode.unsettled }
        let days = cells.map { cell in
            StepDay(
                cell == ColumnCells.absent ? nil : Day(number: cell), asOf: frame.asOf)
        }
        guard let findings = try? sequence.findings(days, frame) else {
            return VerdictCode.unsettled
        }
        return VerdictCode.of(PlannedSequence.verdict(of: findings))
    }

    /// What is shown is the plain evaluator's to choose.
    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        { _, facts in facts.verdict == .notApplicable }
    }
}

extension PlannedSequence {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        var days: [CellKernel] = []
        for step in steps {
            try lowering.checkColumns(of: step.day)
            days.append(try lowering.day(step.day, table))
            for gap in step.gaps {
                for length in [gap.atLeast, gap.within, gap.validFor] {
                    _ = try lowering.constant(length)
                }
            }
        }
        return .ready(
            SequenceKernel(days: days, sequence: self, background: lowering.background))
    }
}
