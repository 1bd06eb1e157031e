import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about parameters.
extension Diagnostic {
    static func choicesMissing(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "choice 参数缺少 `choices`", en: "a choice lacks `choices`")
    }

    static func choicesStray(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "只有 choice 参数才有 `choices`", en: "only a choice has `choices`")
    }

    static func parameterValueUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "参数要有 `value` 或 `values`，且只能有一个",
            en: "a parameter has either `value` or `values`")
    }

    static func parameterRangeReversed(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueOutOfRange, at: .text(span),
            zh: "`at_most` 小于 `at_least`", en: "`at_most` is below `at_least`")
    }

    static func choiceUnknown(_ scalar: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(scalar.span),
            zh: "没有 `\(scalar.text)` 这个选择", en: "`\(scalar.text)` is not a choice",
            help: .suggestion(for: scalar.text, among: known))
    }

    static func readingUnknown(_ scalar: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(scalar.span),
            zh: "没有 `\(scalar.text)` 这个解读", en: "`\(scalar.text)` is not a reading",
            help: .suggestion(for: scalar.text, among: known))
    }

    static func parameterUnknown(_ name: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.parameterUnknown, at: .text(name.span),
            zh: "没有参数 `\(name.text)`", en: "no parameter `\(name.text)`",
            help: .suggestion(for: name.text, among: known))
    }
}

// What can be said about tables.
extension Diagnostic {
    static func tableEmpty(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keyMissing, at: .text(span), zh: "表没有行", en: "the table has no rows")
    }

    static func tableRowEmpty(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueOutOfRange, at: .text(span),
            zh: "这一行里没有任何值", en: "no value lies in this row")
    }

    static func tableEdgeUnclear(_ included: String, _ excluded: String, at span: Span)
        -> Diagnostic
    {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`\(included)` 和 `\(excluded)` 只能有一个",
            en: "a row has `\(included)` or `\(excluded)`, not both")
    }

    static func tableResultUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "表的一行要有 `gives` 或 `undefined`，且只能有一个",
            en: "a row of a table has either `gives` or `undefined`")
    }

    static func enumValueUnknown(
        _ value: String, among known: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(span),
            zh: "没有取值 `\(value)`", en: "there is no value `\(value)`",
            help: .suggestion(for: value, among: known))
    }

    /// A row of a table with its number, counted from 1.
    typealias TableRow = (span: Span, number: Int)

    /// `witness` is a value in both rows.
    static func rowsOverlap(
        _ first: TableRow, _ second: TableRow, witness: String
    ) -> Diagnostic {
        Diagnostic(
            PackCode.rowsOverlap, at: .text(second.span),
            zh: "`\(witness)` 同时在第 \(first.number) 行和第 \(second.number) 行",
            en: "`\(witness)` is in rows \(first.number) and \(second.number)",
            secondary: [
                Label(at: first.span, zh: "第 \(first.number) 行", en: "row \(first.number)")
            ],
            help: Message(zh: "移动其中一行的边界", en: "move an edge of one of them"))
    }

    /// `witness` is a value in no row; `last` is the row that ends before it, if the values are
    /// ordered.
    static func tableGap(
        witness: String, at span: Span, after last: TableRow? = nil
    ) -> Diagnostic {
        Diagnostic(
            PackCode.tableGap, at: .text(span),
            zh: "`\(witness)` 不在任何一行", en: "`\(witness)` is in no row",
            secondary: [last].compactMap { $0 }.map { last in
                Label(
                    at: last.span, zh: "第 \(last.number) 行到此为止",
                    en: "row \(last.number) ends here")
            },
            help: Message(
                zh: "移动边界，或者写一行 `undefined: <解读>`",
                en: "move an edge, or write a row with `undefined: <reading>`"))
    }
}
