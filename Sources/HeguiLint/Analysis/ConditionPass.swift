import HeguiLoader
import HeguiPack
import HeguiYAML
import HeguiDiagnostics

/// Expressions that are always or never true (R0701, R0702, R0703).
struct ConditionPass {
    let pack: Pack
    let analyst: Analyst
    let context: LoadContext

    func run() {
        for rule in pack.rules {
            guard checkCondition(rule) else { continue }
            checkRequirement(rule)
            checkLevels(rule)
        }
    }

    /// Whether the rule can apply at all, as far as that can be told.
    private func checkCondition(_ rule: Rule) -> Bool {
        guard let condition = rule.condition,
            let space = analyst.space(of: [condition], over: rule.dataset)
        else { return true }
        if space.first(where: { $0[0] == true }) != nil { return true }
        let row = space.first { $0[0] == false } ?? space.first { _ in true }
        context.report(
            .conditionNeverTrue(
                of: rule, at: condition.source.span, notes: Self.notes(showing: row)))
        return false
    }

    private func checkRequirement(_ rule: Rule) {
        guard case .expression(let form) = rule.requirement else { return }
        let conditions = [rule.condition].compactMap { $0 }
        guard let space = analyst.space(of: conditions + [form.expression], over: rule.dataset)
        else { return }
        func first(_ answer: Bool) -> Assignment? {
            space.first { answers in
                answers.last == answer && answers.dropLast().allSatisfy { $0 == true }
            }
        }
        let (met, broken) = (first(true), first(false))
        if broken == nil {
            let notes = Self.notes(showing: met)
            context.report(
                .neverViolated(.whole(rule), at: form.expression.source.span, notes: notes))
        }
        if met == nil {
            let notes = Self.notes(showing: broken)
            context.report(.neverMet(.whole(rule), at: form.expression.source.span, notes: notes))
        }
    }

    /// A case of `level_when` that never comes first.
    private func checkLevels(_ rule: Rule) {
        for index in rule.levelCases.indices {
            let cases = rule.levelCases[...index].map(\.condition)
            let conditions = [rule.condition].compactMap { $0 }
            guard let space = analyst.space(of: conditions + cases, over: rule.dataset) else {
                continue
            }
            let skipped = conditions.count
            let isReached =
                space.first { answers in
                    answers[..<skipped].allSatisfy { $0 == true } && answers.last == true
                        && answers[skipped...].dropLast().allSatisfy { $0 == false }
                } != nil
            if isReached { continue }
            let example = space.first { $0.last == true }
            context.report(
                .levelCaseUnreached(
                    at: rule.levelCases[index].condition.source.span,
                    earlier: rule.levelCases[..<index].map(\.condition.source.span),
                    notes: Self.notes(showing: example)))
        }
    }

    private static func notes(showing row: Assignment?) -> [Message] {
        [row?.witness].compactMap { $0 }
    }
}
