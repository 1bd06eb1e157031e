import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about datasets, their columns and their references.
extension Diagnostic {
    static func datasetUnknown(_ name: String, among known: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.datasetUnknown, at: .text(span),
            zh: "没有数据表 `\(name)`", en: "no dataset `\(name)`",
            help: .suggestion(for: name, among: known))
    }

    static func subjectUnknown(_ singular: Scalar, among known: [String]) -> Diagnostic {
        Diagnostic(
            PackCode.datasetUnknown, at: .text(singular.span),
            zh: "没有以 `\(singular.text)` 为单数名的数据表",
            en: "no dataset has the singular `\(singular.text)`",
            help: .suggestion(for: singular.text, among: known))
    }

    static func relationUnknown(
        _ name: Scalar, of dataset: String, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.relationUnknown, at: .text(name.span),
            zh: "`\(dataset)` 没有关系 `\(name.text)`",
            en: "`\(dataset)` has no relation `\(name.text)`",
            help: .suggestion(for: name.text, among: known))
    }

    static func columnUnknown(
        _ name: Scalar, of dataset: String, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.columnUnknown, at: .text(name.span),
            zh: "数据表 `\(dataset)` 没有列 `\(name.text)`",
            en: "dataset `\(dataset)` has no column `\(name.text)`",
            help: .suggestion(for: name.text, among: known))
    }

    static func referenceUnknown(
        _ name: Scalar, of dataset: String, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.columnUnknown, at: .text(name.span),
            zh: "数据表 `\(dataset)` 没有引用 `\(name.text)`",
            en: "dataset `\(dataset)` has no reference `\(name.text)`",
            help: .suggestion(for: name.text, among: known))
    }

    static func singularTaken(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.nameAmbiguous, at: .text(span),
            zh: "`\(name)` 在表达式里另有意思", en: "`\(name)` means something else in expressions",
            help: Message(zh: "换一个单数名", en: "choose another singular"))
    }

    /// The name of a relation's row is that of the subject.
    static func rowNamedLikeSubject(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.nameAmbiguous, at: .text(span),
            zh: "这些行和规则的对象都叫 `\(name)`", en: "these rows and the subject are both called `\(name)`",
            help: Message(zh: "用 `as:` 给这些行另起名", en: "name the rows with `as:`"))
    }

    /// `path` is the column with its row: `member.unit`.
    static func nameAmbiguous(_ path: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            PackCode.nameAmbiguous, at: .text(span),
            zh: "`\(path)` 有两个意思", en: "`\(path)` has two meanings",
            secondary: [Label(at: first, zh: "另一个在这里", en: "the other is here")],
            help: Message(
                zh: "用 `as:` 或 `inverse:` 给引用改名",
                en: "rename the reference with `as:` or `inverse:`"))
    }

    static func rollUpMismatched(
        _ column: Scalar, of dataset: String, among known: [String]
    ) -> Diagnostic {
        let path = "\(dataset).\(column.text)"
        return Diagnostic(
            PackCode.rollUpMismatched, at: .text(column.span),
            zh: "`\(path)` 不是引用 `\(dataset)` 自身的列",
            en: "`\(path)` does not refer to `\(dataset)`",
            help: .suggestion(for: column.text, among: known))
    }

    /// `cycle` names the columns in backticks, the first one again at the end.
    static func columnsCyclic(_ cycle: [String], at span: Span) -> Diagnostic {
        let names = cycle.joined(separator: " → ")
        return Diagnostic(
            PackCode.columnsCyclic, at: .text(span),
            zh: "列互相依赖：\(names)", en: "columns need each other: \(names)",
            help: Message(zh: "去掉其中一处引用", en: "take one of these references out"))
    }
}

extension Diagnostic {
    static func columnTypeOfAnnex(_ type: ColumnType, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueNotAChoice, at: .text(span),
            zh: "`\(type.rawValue)` 只能用于表单", en: "`\(type.rawValue)` is only for forms")
    }

    /// `keys` are those present, in backticks.
    static func columnComputedTwice(
        _ column: Message, by keys: [String], at span: Span
    ) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "\(column.zh)不能同时有 \(keys.joined(separator: " 和 "))",
            en: "\(column.en) cannot have both \(keys.joined(separator: " and "))")
    }

    static func decimalsStray(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "只有 number 列才有 `decimals`", en: "only a number column has `decimals`")
    }

    static func enumValuesMissing(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "enum 列缺少 `values`", en: "an enum column lacks `values`")
    }

    static func enumValuesStray(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "只有 enum 列才有 `values`", en: "only an enum column has `values`")
    }
}
