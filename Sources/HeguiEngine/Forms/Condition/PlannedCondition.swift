import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview

/// A boolean expression that has to hold.
struct PlannedCondition: PlannedRequirement, Judge {
    let expression: PlannedExpression
    let due: PlannedOperand<Day>?
    let observed: PlannedExpression?
    let required: PlannedExpression?
    private let style: (observed: ValueStyle, required: ValueStyle)

    init(_ form: ExpressionRequirement, _ planner: Planner, subject table: Int) {
        expression = PlannedExpression(form.expression, planner: planner, subject: table)
        due = planner.plan(form.due, subject: table)
        observed = planner.plan(form.observed, subject: table)
        required = planner.plan(form.required, subject: table)
        style = (
            form.observed.map { ValueStyle(of: $0, planner) } ?? ValueStyle(),
            form.required.map { ValueStyle(of: $0, planner) } ?? ValueStyle()
        )
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        var judgement = Judgement(.met)
        switch try expression.truth(frame) {
        case .unknown(let causes): judgement = .undetermined(causes)
        case .known(true): break
        case .known(false): judgement = try .unfulfilled(until: due, frame)
        }
        try state(&judgement, frame)
        return judgement
    }

    private func state(_ judgement: inout Judgement, _ frame: Frame) throws(EvaluationError) {
        let found = try observed.map { (form) throws(EvaluationError) in try form.read(frame) }
        let asked = try required.map { (form) throws(EvaluationError) in try form.read(frame) }
        if case .known(let value)? = found {
            judgement.observed = ValueText.plain(value, frame.rowStore, style: style.observed)
        }
        if case .known(let value)? = asked {
            judgement.required = ValueText.plain(value, frame.rowStore, style: style.required)
        }
        if case .known(let found)? = found, case .known(let asked)? = asked,
            case .known(let found)? = Ratio.literal(of: found),
            case .known(let asked)? = Ratio.literal(of: asked),
            let gap = max(asked, found).subtracting(min(asked, found))
        {
            judgement.gap = judgement.verdict == .met ? .zero : gap
        }
    }
}

/// A condition that has to hold, by a day at the latest.
struct ConditionKernel: RequirementKernel {
    let condition: TruthKernel
    /// What a condition that does not hold comes to.
    let broken: Verdict
    /// Whether the form also shows values of the row.
    let showsValues: Bool

    func judge(_ rows: RowBlock, into codes: Codes) {
        codes.set(
            condition.block(rows), at: rows.firstRow, no: VerdictCode.of(broken),
            yes: VerdictCode.of(.met), unsettled: VerdictCode.unsettled)
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        { [showsValues] _, _ in !showsValues }
    }
}

extension PlannedCondition {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        let due = try lowering.constant(due)
        return .ready(
            ConditionKernel(
                condition: try lowering.truth(expression, table),
                broken: .unfulfilled(asOf: lowering.asOf, until: due),
                showsValues: observed != nil || required != nil))
    }
}
