import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about the keys of a mapping, and about single values and names.
// `what` names the place that is read, such as `a clause`.
extension Diagnostic {
    static func keyUnknown(_ key: Scalar, of what: Message, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.keyUnknown, at: .text(key.span),
            zh: "未知的键 `\(key.text)`", en: "unknown key `\(key.text)`",
            label: Message(zh: "\(what.zh)没有这个键", en: "not a key of \(what.en)"),
            help: .suggestion(for: key.text, among: known))
    }

    static func keyMissing(_ key: String, of what: Message, at mapping: Span) -> Diagnostic {
        let start = Span(file: mapping.file, start: mapping.start, end: mapping.start)
        return Diagnostic(
            PackCode.keyMissing, at: .text(start),
            zh: "\(what.zh)缺少 `\(key)`", en: "\(what.en) lacks `\(key)`",
            help: Message(zh: "请补上 `\(key)：`", en: "add `\(key):`"))
    }

    static func languagesMissing(of what: Message, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span),
            zh: "\(what.zh)缺少 `zh` 和 `en`", en: "\(what.en) lacks `zh` and `en`")
    }

    static func kindMismatched(
        _ node: Node, expected: Message, for what: Message
    ) -> Diagnostic {
        Diagnostic(
            PackCode.kindMismatched, at: .text(node.span),
            zh: "\(what.zh)应为\(expected.zh)，这里是\(node.kind.zh)",
            en: "\(what.en) must be \(expected.en), not \(node.kind.en)")
    }

    static func valueEmpty(_ what: Message, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueUnreadable, at: .text(span),
            zh: "\(what.zh)为空", en: "\(what.en) is empty")
    }

    static func valueUnreadable(
        _ scalar: Scalar, as kind: Message, for what: Message
    ) -> Diagnostic {
        Diagnostic(
            PackCode.valueUnreadable, at: .text(scalar.span),
            zh: "`\(scalar.text)` 不是\(kind.zh)（\(what.zh)）",
            en: "`\(scalar.text)` is not \(kind.en) (\(what.en))")
    }

    static func quotesForeign(
        _ scalar: Scalar, from first: Character, to last: Character
    ) -> Diagnostic {
        Diagnostic(
            PackCode.quotesForeign, at: .text(scalar.span),
            zh: "\(first)…\(last) 在 YAML 里不是引号", en: "\(first)…\(last) are no quotes in YAML",
            help: Message(
                zh: "写英文引号 \"…\"；这对符号本身要显示的，外面再加英文引号",
                en: "write \"…\"; round marks that are to be shown, write \"\(first)…\(last)\""))
    }

    static func valueNotAChoice(
        _ scalar: Scalar, for what: Message, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(scalar.span),
            zh: "\(what.zh)不能是 `\(scalar.text)`", en: "\(what.en) cannot be `\(scalar.text)`",
            help: .suggestion(for: scalar.text, among: known))
    }

    static func nameInvalid(_ name: Scalar, of what: Message, dashes: Bool) -> Diagnostic {
        Diagnostic(
            PackCode.nameInvalid, at: .text(name.span),
            zh: "\(what.zh) `\(name.text)` 不是合法的名称",
            en: "\(what.en) `\(name.text)` is not a valid name",
            help: dashes
                ? Message(zh: "只用小写字母、数字和 `-`", en: "use lower-case letters, digits and `-`")
                : Message(zh: "只用小写字母、数字和 `_`", en: "use lower-case letters, digits and `_`"))
    }

    static func declaredTwice(_ name: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            PackCode.declaredTwice, at: .text(span),
            zh: "`\(name)` 重复了", en: "`\(name)` is declared twice",
            secondary: [Label(at: first, zh: "第一次在这里", en: "first declared here")],
            help: Message(zh: "改名或删去一处", en: "rename or remove one of them"))
    }

    /// `columns` are the column that has the heading and the one that claims it too.
    static func headingTwice(
        _ heading: Scalar, of columns: (String, String), first: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.declaredTwice, at: .text(heading.span),
            zh: "表头 `\(heading.text)` 同属 `\(columns.0)` 和 `\(columns.1)` 两列",
            en:
                "the heading `\(heading.text)` is of two columns, `\(columns.0)` and `\(columns.1)`",
            secondary: [Label(at: first, zh: "第一次在这里", en: "first declared here")],
            help: Message(
                zh: "只留给一列，否则表里这一列会归到先写的那一列",
                en: "leave it to one; the sheet's column would go to the one declared first"))
    }

    static func effectiveReversed(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueOutOfRange, at: .text(span),
            zh: "`until` 早于 `from`", en: "`until` is earlier than `from`")
    }
}
