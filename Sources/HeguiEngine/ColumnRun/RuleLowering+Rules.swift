import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview
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
        for slice in rows.slices.indices {
            RowBlock.each(of: rows, slice) { block in
                codes.set(
                    kernel.block(block), at: block.firstRow, no: TruthBlock.no,
                    yes: TruthBlock.yes, unsettled: TruthBlock.unsettled)
            }
        }
        return codes
    }
}

/// A rule as work on columns.
struct LoweredRule: Sendable {
    struct LevelCase: Sendable {
        let condition: TruthKernel
        let level: Level
    }

    let form: LoweredForm
    let condition: TruthKernel?
    let levels: [LevelCase]
    let ownLevel: Level
}

extension RuleLowering {
    /// Returns a rule whose parameters or days of effect go by an event's day: a version of it for
    /// each stretch of days on which nothing changes.
    func versions(
        _ planned: PlannedRule, by versionBy: PlannedExpression
    ) throws(LoweringObstacle) -> LoweredRule {
        let rule = planned.rule
        if planned.requirement.comparesSubjects {
            throw LoweringObstacle("比较各行，而版本按事件日期选取", "it compares rows of several versions")
        }
        let days = changes(of: rule)
        let choice = VersionChoice(
            day: try day(versionBy, planned.table), cuts: days.map(\.number))
        var versions: [LoweredRule] = []
        for first in [days.first.map { $0.adding(days: -1) } ?? asOf] + days {
            versions.append(
                rule.effective.contains(first)
                    ? try on(first).version(planned) : constant(.notApplicable, rule))
        }
        func merged(_ truths: [TruthKernel?]) -> TruthKernel? {
            guard truths.contains(where: { $0 != nil }) else { return nil }
            return .versions(choice, truths.map { $0 ?? .constant(TruthBlock.yes) })
        }
        let levels = rule.levelCases.indices.map { number in
            LoweredRule.LevelCase(
                condition: .versions(
                    choice,
                    versions.map { version in
                        version.levels.isEmpty
                            ? .constant(TruthBlock.no) : version.levels[number].condition
                    }), level: rule.levelCases[number].level)
        }
        return LoweredRule(
            form: .several(versions.map(\.form)) { VersionedKernel(choice, $0, rows: $1) },
            condition: merged(versions.map(\.condition)), levels: levels, ownLevel: rule.level)
    }

    /// The days from which on a parameter or the rule itself is another, in order.
    private func changes(of rule: Rule) -> [Day] {
        var days = Set(pack.parameters.flatMap { $0.values.compactMap(\.from) })
        if let from = rule.effective.from { days.insert(from) }
        if let until = rule.effective.until, until < .maximum {
            days.insert(until.adding(days: 1))
        }
        return days.sorted()
    }
}

/// A form in several versions, of which the day of a row chooses one.
struct VersionedKernel: RequirementKernel {
    private let choice: VersionChoice
    private let versions: [any RequirementKernel]
    /// By version: what it comes to for each row.
    private let codes: [Codes]

    init(_ choice: VersionChoice, _ versions: [any RequirementKernel], rows: Int) {
        self.choice = choice
        self.versions = versions
        codes = versions.map { _ in Codes(repeating: VerdictCode.unsettled, count: rows) }
    }

    func judge(_ rows: RowBlock, into codes: Codes) {
        for (version, own) in zip(versions, self.codes) { version.judge(rows, into: own) }
        for (index, version) in choice.versions(rows).enumerated() {
            let row = rows.firstRow + index
            codes[row] = version >= 0 ? self.codes[version][row] : VerdictCode.unsettled
        }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let readers = versions.map { $0.reader(rows) }
        let versions = choice.versions(rows)
        return { index, facts in
            versions[index] >= 0 && readers[versions[index]](index, &facts)
        }
    }
}
