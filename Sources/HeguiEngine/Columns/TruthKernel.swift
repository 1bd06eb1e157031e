import HeguiColumns

/// A condition as work on columns, in place of its evaluation row by row.
///
/// Wherever it is not unsettled it says what the plain evaluator says; where it is, that one is asked.
indirect enum TruthKernel: Sendable {
    case constant(UInt8)
    case compare(CellSource, TruthBlock.Comparison, with: Int32, absent: UInt8)
    case pair(CellSource, TruthBlock.Comparison, CellSource)
    /// What the condition says of each cell, from `first` on.
    case table(CellSource, [UInt8], first: Int32, absent: UInt8)
    case presence(CellSource, present: UInt8, missing: UInt8)
    /// It is worked out row by row, where it matters.
    case rows(RowProgram)
    case and([TruthKernel])
    case or([TruthKernel])
    case not(TruthKernel)
    case choice(TruthKernel, TruthKernel, TruthKernel)
    /// The truth of each row's version.
    case versions(VersionChoice, [TruthKernel])

    func block(_ rows: RowBlock) -> TruthBlock {
        let block = TruthBlock(count: rows.count)
        switch self {
        case .constant(let truth): block.fill(truth)
        case .compare(let source, let comparison, let constant, let absent):
            block.compare(source.block(rows), comparison, with: constant, absent: absent)
        case .pair(let left, let comparison, let right):
            block.compare(left.block(rows), comparison, with: right.block(rows))
        case .table(let source, let table, let first, let absent):
            block.look(up: source.block(rows), in: table, first: first, absent: absent)
        case .presence(let source, let present, let missing):
            block.present(source.block(rows), present: present, missing: missing)
        case .rows(let program):
            block.fill(each: { program.truth(rows, $0) })
        case .and(let parts):
            block.fill(TruthBlock.yes)
            for part in parts { block.and(part.block(rows.leaving(TruthBlock.no, of: block))) }
        case .or(let parts):
            block.fill(TruthBlock.no)
            for part in parts { block.or(part.block(rows.leaving(TruthBlock.yes, of: block))) }
        case .not(let part):
            let inner = part.block(rows)
            inner.negate()
            return inner
        case .choice(let condition, let first, let second):
            let truth = condition.block(rows)
            truth.choose(
                first.block(rows.leaving(TruthBlock.no, of: truth)),
                second.block(rows.leaving(TruthBlock.yes, of: truth)))
            return truth
        case .versions(let choice, let versions):
            block.choose(choice.versions(rows), among: versions.map { $0.block(rows) })
        }
        return block
    }
}

/// Which version of a rule holds for each row, by a day.
struct VersionChoice: Sendable {
    let day: CellKernel
    /// The days with which versions begin, but for the first.
    let cuts: [Int32]

    /// Returns the number of each row's version; negative where the plain evaluator is to tell.
    func versions(_ rows: RowBlock) -> [Int] {
        let days = day.block(rows)
        return (0..<rows.count).map { index in
            guard days[index] > ColumnCells.special else { return -1 }
            return cuts.lastIndex { $0 <= days[index] }.map { $0 + 1 } ?? 0
        }
    }
}
