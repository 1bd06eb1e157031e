import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

/// No other row may have the same keys.
struct UniqueKernel: RequirementKernel {
    /// By row: whether it is to be unique.
    private let condition: Codes
    private let groups: RowGroups
    /// By group: how many rows are to be unique.
    private var counts: [Int32]
    /// By group: whether it has rows that may or may not be.
    private var isDoubtful: [Bool]
    /// Rows that the plain evaluator has to see together.
    private var unsettled: [Int] = []

    /// - Complexity: linear in the rows.
    init(keys: [ColumnCells], condition: Codes) {
        self.condition = condition
        groups = RowGroups(keys, rows: condition.count) { condition[$0] != TruthBlock.no }
        counts = Array(repeating: 0, count: groups.count)
        isDoubtful = Array(repeating: false, count: groups.count)
        for row in 0..<condition.count where condition[row] != TruthBlock.no {
            let isSure = condition[row] == TruthBlock.yes
            if groups[row] >= 0 {
                let group = Int(groups[row])
                if isSure { counts[group] += 1 } else { isDoubtful[group] = true }
            }
            if !isSure || groups[row] == ColumnCells.special { unsettled.append(row) }
        }
    }

    func judge(_ rows: RowBlock, into codes: Codes) {
        for row in rows.firstRow..<rows.firstRow + rows.count { codes[row] = code(row) }
    }

    private func code(_ row: Int) -> UInt8 {
        switch (condition[row], groups[row]) {
        case (TruthBlock.no, _): VerdictCode.of(.notApplicable)
        case (TruthBlock.unsettled, _), (_, ColumnCells.special): VerdictCode.unsettled
        // Its key is lacking, and it stands in nobody's way.
        case (_, ColumnCells.absent): VerdictCode.of(.undetermined)
        case (_, let group) where isDoubtful[Int(group)]: VerdictCode.unsettled
        case (_, let group): VerdictCode.of(counts[Int(group)] > 1 ? .violated : .met)
        }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        return { index, facts in
            let group = groups[first + index]
            guard group >= 0 else { return true }
            facts.observed = String(counts[Int(group)])
            facts.required = "1"
            return true
        }
    }

    /// Returns the rows beside which some rows have to be judged: those with the same keys, and
    /// where the keys of one cannot be told all others of that kind.
    func companions(of rows: [Int]) -> Set<Int>? {
        var all: Set<Int> = []
        var hasUnsettled = false
        for row in rows {
            let group = groups[row]
            if group >= 0 { all.formUnion(groups.rows(of: group)) }
            hasUnsettled =
                hasUnsettled || group == ColumnCells.special
                || condition[row] == TruthBlock.unsettled
        }
        return hasUnsettled ? all.union(unsettled) : all
    }
}

extension PlannedUnique {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        var keys: [CellKernel] = []
        for key in self.keys {
            let kernel = lowering.lowering(key.source, lowering.own(table)).keys()
            keys.append(try RuleLowering.lowered(key, kernel))
        }
        var conditions: [TruthKernel] = []
        if let condition { conditions = [try lowering.truth(condition, table)] }
        return .later { [keys, conditions] store in
            let rows = WorkedRows(table: store.tables.tables[table], threads: store.threads)
            return UniqueKernel(
                keys: keys.map { rows.cells($0) }, condition: rows.truth(conditions))
        }
    }
}
