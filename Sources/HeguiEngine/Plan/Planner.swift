import CEL
import HeguiDiagnostics
import HeguiRules

/// What is needed to turn a pack's expressions into programs.
struct Planner: Sendable {
    let schema: Schema
    let environment: Environment

    /// Returns the planner for data that hold the datasets `given`; expressions name periods in
    /// `language`.
    init(_ pack: Pack, schema: Schema, given: Set<String>, language: Language) {
        self.schema = schema
        environment = ExpressionEnvironment(
            layouts: pack.layouts, parameters: pack.parameters, calendar: pack.calendar,
            counting: pack.counting, language: language, given: { given.contains($0) }
        ).environment(scope: [])
    }

    func plan(_ expression: HeguiRules.Expression?, subject: Int, row: Int? = nil)
        -> PlannedExpression?
    {
        expression.map { PlannedExpression($0, planner: self, subject: subject, row: row) }
    }

    func plan<Literal>(_ operand: Operand<Literal>?, subject: Int) -> PlannedOperand<Literal>? {
        operand.map { PlannedOperand($0, planner: self, subject: subject) }
    }
}
