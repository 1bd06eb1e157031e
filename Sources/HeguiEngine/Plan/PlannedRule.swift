import HeguiDiagnostics
import HeguiPack

/// A rule whose expressions are programs.
struct PlannedRule: Sendable {
    struct LevelCase: Sendable {
        let condition: PlannedExpression
        let level: Level
    }

    let rule: Rule
    /// The table whose rows are judged.
    let table: Int
    let condition: PlannedExpression?
    let versionBy: PlannedExpression?
    let levelCases: [LevelCase]
    let requirement: any PlannedRequirement
    let message: PlannedTemplate

    /// Returns the plan of `rule`; `english` serves its English messages, `planner` all else.
    init?(_ rule: Rule, planner: Planner, english: Planner) {
        guard let table = planner.schema.numbers[rule.dataset] else { return nil }
        self.rule = rule
        self.table = table
        condition = planner.plan(rule.condition, subject: table)
        versionBy = planner.plan(rule.versionBy, subject: table)
        levelCases = rule.levelCases.map {
            LevelCase(
                condition: PlannedExpression($0.condition, planner: planner, subject: table),
                level: $0.level)
        }
        guard let requirement = planner.plan(rule.requirement, subject: table) else {
            return nil
        }
        self.requirement = requirement
        message = PlannedTemplate(
            rule.message, chinese: planner, english: english, subject: table)
    }
}
