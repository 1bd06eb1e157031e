import HeguiCalendar
import HeguiColumns
import HeguiPack

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
