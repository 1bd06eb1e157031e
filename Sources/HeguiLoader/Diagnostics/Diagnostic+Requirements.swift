import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about what a rule requires: its form and its parts.
extension Diagnostic {
    static func softMandatory(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.softMandatory, at: .text(span),
            zh: "倡导性规则（modality: soft）不能是强制性（mandatory）",
            en: "a soft rule cannot be of level mandatory",
            help: Message(zh: "用 `hint` 或 `verify`", en: "use `hint` or `verify`"))
    }

    /// `what` is to name one of `forms` and names none.
    static func formMissing(in what: Message, among forms: [String], at span: Span) -> Diagnostic {
        let list = forms.map { "`\($0)`" }.joined(separator: ", ")
        return Diagnostic(
            PackCode.formUnclear, at: .text(span),
            zh: "\(what.zh)没有写明形式", en: "\(what.en) names no form",
            help: Message(zh: "可用的形式有 \(list)", en: "the forms are \(list)"))
    }

    static func formsSeveral(
        _ present: [String], in what: Message, at span: Span, help: Message
    ) -> Diagnostic {
        let names = present.map { "`\($0)`" }
        return Diagnostic(
            PackCode.formUnclear, at: .text(span),
            zh: "\(what.zh)有几种形式：" + names.joined(separator: "、"),
            en: "\(what.en) has several forms: " + names.joined(separator: ", "), help: help)
    }

    static func partsTooFew(of form: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span),
            zh: "`\(form)` 至少要有两个要求", en: "`\(form)` needs at least two requirements")
    }

    static func uniqueEmpty(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span),
            zh: "`unique` 至少要有一个值", en: "`unique` needs at least one value")
    }

    static func agreesUnpaired(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`agrees` 要列出两个关系，`as` 要列出两个名称",
            en: "`agrees` names two relations, and `as` two names")
    }

    static func deadlineUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "期限要有 `from` 和 `within`，或者只有 `by`",
            en: "a deadline has `from` and `within`, or `by` alone")
    }
}

// What can be said about sequences.
extension Diagnostic {
    static func stepsTooFew(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span),
            zh: "`sequence` 至少要有两步", en: "`sequence` needs at least two steps")
    }

    static func gapEmpty(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "间隔要有 `at_least`、`within` 或 `valid_for`",
            en: "a gap has `at_least`, `within` or `valid_for`")
    }

    static func gapUnmeetable(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.gapMismatched, at: .text(span),
            zh: "`at_least` 比 `within` 长", en: "`at_least` is longer than `within`")
    }

    static func stepUnpreceded(_ step: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.gapMismatched, at: .text(span),
            zh: "`\(step)` 之前没有必经的步骤",
            en: "no step that must be done comes before `\(step)`")
    }

    static func stepNotEarlier(
        _ name: Scalar, than step: String, among earlier: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.gapMismatched, at: .text(name.span),
            zh: "`\(name.text)` 不在 `\(step)` 之前",
            en: "`\(name.text)` does not come before `\(step)`",
            help: .suggestion(for: name.text, among: earlier))
    }

    static func stepUnknown(_ name: Scalar, among earlier: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.gapMismatched, at: .text(name.span),
            zh: "没有步骤 `\(name.text)`", en: "no step `\(name.text)`",
            help: .suggestion(for: name.text, among: earlier))
    }
}
