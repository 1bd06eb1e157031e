import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about parts of a pack that are hardly meant as they stand.
extension Diagnostic {
    static func parameterUnused(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            PackCode.declaredUnused, .warning, at: .text(parameter.span),
            zh: "没有用到参数 `\(parameter.name)`",
            en: "parameter `\(parameter.name)` is not used")
    }

    static func datasetUnused(_ dataset: Dataset) -> Diagnostic {
        Diagnostic(
            PackCode.declaredUnused, .warning, at: .text(dataset.span),
            zh: "没有规则或评优项目用到数据表 `\(dataset.name)`",
            en: "no rule or award uses dataset `\(dataset.name)`")
    }

    /// The column is always computed.
    static func columnUnused(_ column: Column, of dataset: Dataset) -> Diagnostic {
        let path = "\(dataset.singular).\(column.name)"
        return Diagnostic(
            PackCode.declaredUnused, .warning, at: .text(column.span),
            zh: "没有用到 `\(path)`", en: "`\(path)` is computed and not used")
    }

    static func parameterOutsideRange(
        _ parameter: Parameter, value: Ratio, range: ClosedRange<Ratio>
    ) -> Diagnostic {
        let limits = "\(range.lowerBound.decimal)–\(range.upperBound.decimal)"
        return Diagnostic(
            PackCode.parameterOutsideRange, .warning, at: .text(parameter.span),
            zh: "参数 `\(parameter.name)` 的值 \(value.decimal) 超出 \(limits)",
            en: "parameter `\(parameter.name)` can be \(value.decimal), outside \(limits)")
    }

    /// `owner` names the rule or award, `untried` the outcomes that no example shows.
    static func outcomesUnshown(
        _ untried: [String], of owner: Message, at span: Span
    ) -> Diagnostic {
        let names = untried.map { "`\($0)`" }
        return Diagnostic(
            PackCode.outcomeUnshown, .warning, at: .text(span),
            zh: "\(owner.zh) 没有结果为 \(names.joined(separator: "、")) 的示例",
            en: "\(owner.en) has no example for \(names.joined(separator: ", "))")
    }

    static func divisionOfIntegers(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionOfIntegers, .warning, at: .text(span),
            zh: "整数相除会舍去余数", en: "division between ints drops the rest",
            help: Message(
                zh: "写 `number(…) / …` 得到精确的商",
                en: "write `number(…) / …` for the exact quotient"))
    }
}

// What can be said about rules against the wording of their clause, and about their versions.
extension Diagnostic {
    static func figureForPromptly(_ rule: Rule, _ clause: Clause) -> Diagnostic {
        Diagnostic(
            PackCode.figureForPromptly, .warning, at: .text(rule.span),
            zh: "“及时”没有期限，规则 `\(rule.id)` 却写定了数字",
            en: "`及时` states no term, but rule `\(rule.id)` writes a figure down",
            secondary: [Label(at: clause.span, zh: "条款", en: "the clause")],
            help: .use("within: params.promptly"))
    }

    /// `isSoft`: the clause is worded softly.
    static func forceUnlikeWording(_ rule: Rule, _ clause: Clause, isSoft: Bool) -> Diagnostic {
        Diagnostic(
            PackCode.forceUnlikeWording, .warning, at: .text(rule.span),
            zh: "规则 `\(rule.id)` 的效力与用语“\(clause.modality)”不合",
            en: "the force of rule `\(rule.id)` does not fit the wording `\(clause.modality)`",
            secondary: [Label(at: clause.span, zh: "条款", en: "the clause")],
            help: .use(isSoft ? "`modality: soft`" : "`modality: binding`"))
    }

    static func versionsGap(_ earlier: Rule, _ later: Rule, on day: Day) -> Diagnostic {
        versionsApart(
            earlier, later,
            how: Message(zh: "\(day) 起没有哪一条生效", en: "neither is in force on \(day)"))
    }

    /// Both versions are in force on `day`, or always.
    static func versionsOverlap(_ earlier: Rule, _ later: Rule, on day: Day?) -> Diagnostic {
        let always = Message(zh: "两条总是同时生效", en: "both are always in force")
        let how = day.map { Message(zh: "\($0) 两条都生效", en: "both are in force on \($0)") }
        return versionsApart(earlier, later, how: how ?? always)
    }

    private static func versionsApart(_ earlier: Rule, _ later: Rule, how: Message) -> Diagnostic {
        Diagnostic(
            PackCode.versionsApart, .warning, at: .text(later.span),
            zh: "规则 `\(earlier.id)` 和 `\(later.id)` 的生效期不衔接：\(how.zh)",
            en: "rules `\(earlier.id)` and `\(later.id)` do not adjoin: \(how.en)",
            secondary: [Label(at: earlier.span, zh: "被替代的", en: "the replaced one")])
    }
}

extension Message {
    fileprivate static func use(_ words: String) -> Message {
        Message(zh: "用 \(words)", en: "use \(words)")
    }
}
