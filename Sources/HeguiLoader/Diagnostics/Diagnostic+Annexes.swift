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
}
