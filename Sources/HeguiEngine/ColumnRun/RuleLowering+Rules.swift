import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

extension RuleLowering {
    /// Returns a rule as work on columns.
    ///
    /// - Throws: why it takes one row at a time.
    func lowered(_ planned: PlannedRule) throws(LoweringObstacle) -> LoweredRule {
        let rule = planned.rule
        if !pack.effective.contains(asOf) { return constant(.notApplicable, rule) }
        let isBounded = rule.effective.from != nil || rule.effective.until != nil
        let isDated = pack.parameters.contains { $0.values.count > 1 }
        if let versionBy = planned.versionBy, isBounded || isDated {
            return try versions(planned, by: versionBy)
        }
        if isBounded, !rule.effective.contains(asOf) { return constant(.notApplicable, rule) }
        return try version(planned)
    }

    /// Returns the rule under the parameters that this lowering has.
    func version(_ planned: PlannedRule) throws(LoweringObstacle) -> LoweredRule {
        var levels: [LoweredRule.LevelCase] = []
        for levelCase in planned.levelCases {
            let condition = try truth(levelCase.condition, planned.table)
            levels.append(LoweredRule.LevelCase(condition: condition, level: levelCase.level))
        }
        var condition: TruthKernel?
        if let when = planned.condition { condition = try truth(when, planned.table) }
        return LoweredRule(
            form: try planned.requirement.lowered(self, table: planned.table),
            condition: condition, levels: levels, ownLevel: planned.rule.level)
    }

    func constant(_ verdict: Verdict, _ rule: Rule) -> LoweredRule {
        LoweredRule(
            form: .ready(ConstantKernel(verdict: verdict)), condition: nil, levels: [],
            ownLevel: rule.level)
    }

    /// Returns whether a condition holds for each row of a table, where columns tell it.
    func codes(of expression: PlannedExpression, _ table: Int) -> Codes? {
        guard let kernel = try? truth(expression, table) else { return nil }
        let rows = store.tables.tables[table]
        let codes = Codes(repeating: TruthBlock.no, count: rows.rowCount)
        for stretch in rows.stretches.indices {
            RowBlock.each(of: rows, stretch) { block in
                codes.set(
                    kernel.block(block), at: block.firstRow, no: TruthBlock.no,
                    yes: TruthBlock.yes, open: TruthBlock.open)
            }
        }
        return codes
    }
}
