import HeguiColumns

/// A rule that says the same of every row, as one that is not in force does.
struct ConstantForm: FormKernel {
    let verdict: Verdict

    func judge(_ rows: RowBlock, into codes: Codes) {
        let truth = TruthBlock(count: rows.count)
        truth.fill(TruthBlock.yes)
        codes.overwrite(truth, at: rows.firstRow, yes: VerdictCode.of(verdict))
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool { { _, _ in true } }
}
