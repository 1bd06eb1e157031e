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
        warn(
            "R0703", "规则 `\(rule.id)` 的 `when` 永不成立", "`when` of rule `\(rule.id)` is never true",
            at: condition.source.span,
            row: space.first { $0[0] == false } ?? space.first { _ in true })
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
            warn(
                "R0701", "规则 `\(rule.id)` 不可能被违反", "rule `\(rule.id)` can never be violated",
                at: form.expression.source.span, row: met)
        }
        if met == nil {
            warn(
                "R0702", "规则 `\(rule.id)` 不可能满足", "rule `\(rule.id)` can never be met",
                at: form.expression.source.span, row: broken)
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
                Diagnostic(
                    code: "R0703", severity: .warning,
                    message: Message(
                        zh: "`level_when` 的这一项轮不到", en: "this case of `level_when` is never reached"
                    ),
                    at: .text(rule.levelCases[index].condition.source.span),
                    secondary: rule.levelCases[..<index].map {
                        Diagnostic.Label(
                            location: .text($0.condition.source.span),
                            text: Message(zh: "前面的在此先成立", en: "an earlier one is true first"))
                    }, notes: [example?.witness].compactMap { $0 }))
        }
    }

    /// `row` is one that shows it: the answer is the same for all.
    private func warn(
        _ code: String, _ zh: String, _ en: String, at span: Span, row: Assignment?
    ) {
        context.report(
            Diagnostic(
                code: code, severity: .warning, message: Message(zh: zh, en: en), at: .text(span),
                notes: [row?.witness].compactMap { $0 }))
    }
}
