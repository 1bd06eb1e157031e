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

// What can be said about the values of enums and choices.
extension Diagnostic {
    static func literalNoValue(
        _ words: String, of domain: ValueDomain, at span: Span
    ) -> Diagnostic {
        let meant = domain.spellings[words].map {
            Message(
                zh: "`\(words)` 是 `\($0)` 的写法，表达式里要写 `\($0)`",
                en: "`\(words)` is a spelling of `\($0)`, and expressions say `\($0)`")
        }
        return Diagnostic(
            PackCode.literalNoValue, at: .text(span),
            zh: "`\(domain.name)` 没有取值 `\(words)`",
            en: "`\(domain.name)` has no value `\(words)`",
            help: meant ?? .suggestion(for: words, among: domain.values))
    }

    /// `value` is one that the expression may give through `source`.
    static func valueNotOfColumn(
        _ value: String, of domain: ValueDomain, from source: ValueDomain, at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.literalNoValue, at: .text(span),
            zh: "`\(source.name)` 可能是 `\(value)`，而 `\(domain.name)` 没有这个取值",
            en: "`\(source.name)` may be `\(value)`, which `\(domain.name)` has not")
    }

    static func valuesOrderedAsText(_ domain: ValueDomain, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valuesOrderedAsText, at: .text(span),
            zh: "`\(domain.name)` 的取值在这里按字母比大小",
            en: "the values of `\(domain.name)` are ordered by their letters here",
            help: domain.column.map { column in
                Message(
                    zh: "用 `rank(\"\(column)\", …)` 比较先后",
                    en: "compare their places with `rank(\"\(column)\", …)`")
            })
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
