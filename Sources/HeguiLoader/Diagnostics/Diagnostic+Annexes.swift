import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about the descriptions of annexes in forms/.
extension Diagnostic {
    static func annexColumnUnknown(_ column: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.annexNameUnknown, at: .text(column.span),
            zh: "表单没有列 `\(column.text)`", en: "the form has no column `\(column.text)`",
            help: .suggestion(for: column.text, among: known))
    }

    /// `path` is the name as written, `name` the part of it that is looked up.
    static func annexSourceUnknown(
        _ path: Scalar, name: String, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.annexNameUnknown, at: .text(path.span),
            zh: "表单里没有 `\(path.text)`", en: "the form has no `\(path.text)`",
            help: .suggestion(for: name, among: known))
    }

    static func refillPieceUnknown(
        _ name: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.annexNameUnknown, at: .text(span),
            zh: "表单里没有 `\(name)`", en: "the form has no `\(name)`",
            help: .suggestion(for: name, among: known))
    }

    static func refillHeadingUnknown(_ name: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.annexNameUnknown, at: .text(name.span),
            zh: "表单的表头没有 `\(name.text)`", en: "the form's heading has no `\(name.text)`",
            help: .suggestion(for: name.text, among: known))
    }

    static func headingFieldUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "表头栏要有 `labels` 或 `pattern`",
            en: "a heading field has either `labels` or `pattern`")
    }

    static func headingPatternFixed(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueUnreadable, at: .text(span),
            zh: "`pattern` 里没有 `{}`", en: "`pattern` has no `{}`")
    }

    /// Nothing of the form names its owner, or several things do; `named`: as the pack says it.
    static func annexOwnerUnclear(
        _ dataset: Dataset, named: [String], at span: Span
    ) -> Diagnostic {
        let title = (zh: dataset.title.text(in: .chinese), en: dataset.title.text(in: .english))
        let list = named.map { "`owner: \($0)`" }
        return Diagnostic(
            PackCode.annexOwnerUnclear, at: .text(span),
            zh: named.count > 1
                ? "表单里指明交表的“\(title.zh)”的不止一处" : "表头没有指明交表的“\(title.zh)”",
            en: named.count > 1
                ? "several things in the form name one of “\(title.en)”"
                : "the heading does not name the one of “\(title.en)” that hands it in",
            help: named.isEmpty
                ? Message(
                    zh: "在 `rows` 或 `totals` 里，用 `heading.…` 填引用 `\(dataset.name)` 的列",
                    en: "in `rows` or `totals` set a column that refers to `\(dataset.name)` "
                        + "from `heading.…`")
                : Message(
                    zh: "写明是哪一处：" + list.joined(separator: "、"),
                    en: "say which: " + list.joined(separator: ", ")))
    }
}
