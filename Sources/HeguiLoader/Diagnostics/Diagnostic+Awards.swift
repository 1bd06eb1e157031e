import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about awards.
extension Diagnostic {
    static func gateSoft(_ rule: Rule, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.gateSoft, at: .text(span),
            zh: "规则 `\(rule.id)` 是倡导性的，不能作门槛",
            en: "rule `\(rule.id)` is soft and cannot be a gate",
            secondary: [Label(at: rule.span, zh: "规则在这里", en: "the rule is here")])
    }

    static func gateUnwaivable(_ rule: Rule, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.gateUnwaivable, at: .text(span),
            zh: "规则 `\(rule.id)` 不可豁免，“一般不得”的门槛就没有例外",
            en: "rule `\(rule.id)` cannot be waived, so a gate `generally-not` has no exception",
            secondary: [Label(at: rule.span, zh: "规则在这里", en: "the rule is here")],
            help: Message(
                zh: "门槛写 `never`，或让规则可以豁免",
                en: "make the gate `never`, or let the rule be waived"))
    }

    static func awardRuleOfOthers(_ rule: Rule, dataset: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.awardRuleMismatched, at: .text(span),
            zh: "规则 `\(rule.id)` 检查的是 `\(rule.dataset)`，不是 `\(dataset)`",
            en: "rule `\(rule.id)` judges `\(rule.dataset)`, not `\(dataset)`")
    }

    static func rankingRuleNotARate(_ rule: Rule, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.awardRuleMismatched, at: .text(span),
            zh: "规则 `\(rule.id)` 不是比率", en: "rule `\(rule.id)` is not a rate",
            help: Message(zh: "用 `by:` 写排名依据", en: "use `by:`"))
    }

    static func rankingKeyUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "排名要有 `rate` 或 `by`", en: "`ranking` has either `rate` or `by`")
    }

    static func quotaUnranked(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.quotaUnranked, at: .text(span),
            zh: "有名额就要有排名 `ranking`", en: "a quota needs a `ranking`")
    }

    static func quotaSizeUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "名额要有 `share` 或 `top`", en: "a quota has either `share` or `top`")
    }

    static func quotaNotRounded(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(span),
            zh: "名额是整数，`rounding` 不能是 `none`",
            en: "seats are whole, so `rounding` cannot be `none`")
    }

    /// `cycle` holds the ids of the awards, the first one again at the end.
    static func awardsCyclic(_ cycle: [String], at span: Span) -> Diagnostic {
        let names = cycle.map { "`\($0)`" }.joined(separator: " → ")
        return Diagnostic(
            PackCode.awardsCyclic, at: .text(span),
            zh: "评优项目互相等待：\(names)", en: "awards wait for each other: \(names)",
            help: Message(zh: "去掉其中一处 `after`", en: "take one `after` out"))
    }
}

// What can be said about examples and test cases.
extension Diagnostic {
    static func expectationMissing(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span),
            zh: "没有写明预期", en: "nothing is expected here",
            help: Message(
                zh: "写 `规则号: { 对象: met }`", en: "write `rule-id: { subject: met }`"))
    }

    static func outcomeUnknown(_ outcome: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(outcome.span),
            zh: "结果不能是 `\(outcome.text)`", en: "an outcome cannot be `\(outcome.text)`",
            help: .suggestion(for: outcome.text, among: known))
    }
}
