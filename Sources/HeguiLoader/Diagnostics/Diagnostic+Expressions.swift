import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about expressions, beside what CEL says of them (`ExpressionIssue`).
extension Diagnostic {
    /// `expected` are the names of the types that are allowed.
    static func resultMismatched(
        _ scalar: Scalar, of what: Message, expected: [Message], found: Message
    ) -> Diagnostic {
        Diagnostic(
            PackCode.resultMismatched, at: .text(scalar.span),
            zh: "\(what.zh)的结果应为\(expected.map(\.zh).joined(separator: "或"))，"
                + "这里是\(found.zh)",
            en: "\(what.en) must give \(expected.map(\.en).joined(separator: " or ")), "
                + "not \(found.en)")
    }

    static func literalInexact(_ words: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.literalInexact, at: .text(span),
            zh: "浮点数 `\(words)` 不精确", en: "the floating literal `\(words)` is not exact",
            help: Message(zh: "写 `number(\"\(words)\")`", en: "write `number(\"\(words)\")`"))
    }

    static func literalUnreadable(_ words: String, as kind: Message, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueUnreadable, at: .text(span),
            zh: "`\(words)` 不是\(kind.zh)", en: "`\(words)` is not \(kind.en)")
    }

    static func roundingUnknown(
        _ words: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(span),
            zh: "舍入方式不能是 `\(words)`", en: "a rounding cannot be `\(words)`",
            help: .suggestion(for: words, among: known))
    }

    static func rankNotLiteral(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.rankUnknown, at: .text(span),
            zh: "`rank` 的第一个参数要直接写明列，如 \"units.grade\"",
            en: "the first argument of `rank` is a literal such as \"units.grade\"")
    }

    static func rankColumnUnknown(
        _ column: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.rankUnknown, at: .text(span),
            zh: "没有 enum 列 `\(column)`", en: "no enum column `\(column)`",
            help: .suggestion(for: column, among: known))
    }

    static func rankValueUnknown(
        _ value: String, of column: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.rankUnknown, at: .text(span),
            zh: "`\(column)` 没有取值 `\(value)`", en: "`\(column)` has no value `\(value)`",
            help: .suggestion(for: value, among: known))
    }
}

// What can be said about messages with places to fill in.
extension Diagnostic {
    static func placeholderUnknown(
        _ words: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.messageUnfillable, at: .text(span),
            zh: "消息里没有可填的 `\(words)`", en: "nothing to fill in for `\(words)`",
            help: .suggestion(for: words, among: known))
    }

    static func braceUnpaired(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.messageUnfillable, at: .text(span),
            zh: "花括号没有成对", en: "a brace without its partner",
            help: Message(zh: "要写出花括号本身，请写两遍", en: "write a brace twice to mean itself"))
    }
}
