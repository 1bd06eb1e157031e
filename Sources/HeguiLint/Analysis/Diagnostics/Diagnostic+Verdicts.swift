import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

// What can be said about rules whose verdict is known without data.
extension Diagnostic {
    /// `rule` names the rule or a part of it; `notes` show it by an example.
    static func neverViolated(_ rule: Message, at span: Span, notes: [Message]) -> Diagnostic {
        Diagnostic(
            PackCode.neverViolated, .warning, at: .text(span),
            zh: rule.zh + "不可能被违反", en: rule.en + " can never be violated", notes: notes)
    }

    static func neverMet(_ rule: Message, at span: Span, notes: [Message]) -> Diagnostic {
        Diagnostic(
            PackCode.neverMet, .warning, at: .text(span),
            zh: rule.zh + "不可能满足", en: rule.en + " can never be met", notes: notes)
    }

    /// Of the two parts of `rule`, one is always met; `number` is one for which both are.
    static func partsCoverAll(
        of rule: Rule, _ first: Span, _ second: Span, number: Ratio
    ) -> Diagnostic {
        Diagnostic(
            PackCode.neverViolated, .warning, at: .text(second),
            zh: "规则 `\(rule.id)` 有两个部分总有一个满足",
            en: "one of two parts of rule `\(rule.id)` is always met",
            secondary: [Label(at: first, zh: "另一个部分", en: "the other part")],
            notes: [number.witness])
    }

    /// The two parts of `rule` are never both met; `number` meets the second one alone.
    static func partsExclude(
        of rule: Rule, _ first: Span, _ second: Span, number: Ratio
    ) -> Diagnostic {
        Diagnostic(
            PackCode.neverMet, .warning, at: .text(second),
            zh: "规则 `\(rule.id)` 有两个部分不可能同时满足",
            en: "two parts of rule `\(rule.id)` can never both be met",
            secondary: [Label(at: first, zh: "另一个部分", en: "the other part")],
            notes: [number.witness])
    }

    static func conditionNeverTrue(
        of rule: Rule, at span: Span, notes: [Message]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.neverTrue, .warning, at: .text(span),
            zh: "规则 `\(rule.id)` 的 `when` 永不成立",
            en: "`when` of rule `\(rule.id)` is never true", notes: notes)
    }

    /// `earlier` are the cases before this one.
    static func levelCaseUnreached(
        at span: Span, earlier: [Span], notes: [Message]
    ) -> Diagnostic {
        Diagnostic(
            PackCode.neverTrue, .warning, at: .text(span),
            zh: "`level_when` 的这一项轮不到", en: "this case of `level_when` is never reached",
            secondary: earlier.map { span in
                Label(at: span, zh: "前面的在此先成立", en: "an earlier one is true first")
            }, notes: notes)
    }

    /// Whatever breaks `rule` breaks `other`; `notes` show it by an example.
    static func ruleImplied(_ rule: Rule, by other: Rule, notes: [Message]) -> Diagnostic {
        Diagnostic(
            PackCode.ruleImplied, .warning, at: .text(rule.span),
            zh: "违反规则 `\(rule.id)` 的，必也违反 `\(other.id)`",
            en: "whoever breaks rule `\(rule.id)` also breaks `\(other.id)`",
            secondary: [Label(at: other.span, zh: "另一条规则", en: "the other rule")],
            notes: notes)
    }

    /// `places` are the conditions that were not analysed, each with the reason.
    static func conditionsUnanalysed(_ places: [(span: Span, reason: Message)]) -> Diagnostic? {
        guard let first = places.first else { return nil }
        return Diagnostic(
            PackCode.conditionsUnanalysed, .note, at: .text(first.span),
            zh: "有 \(places.count) 处条件没有细究",
            en: "conditions that are not analysed as a whole: \(places.count)",
            label: first.reason,
            secondary: places.dropFirst().prefix(4).map {
                Label(location: .text($0.span), text: $0.reason)
            },
            help: Message(
                zh: "含有计算、关系或函数的条件，由示例来检验；`hegui test` 会列出没有检验到的界限",
                en: "conditions with arithmetic, relations or functions are for examples to test; "
                    + "`hegui test` lists the thresholds that none of them tries"))
    }
}

// How such a diagnostic names its rule, and the examples that show it.
extension Message {
    static func whole(_ rule: Rule) -> Message {
        Message(zh: "规则 `\(rule.id)` ", en: "rule `\(rule.id)`")
    }

    static func part(of rule: Rule) -> Message {
        Message(zh: "规则 `\(rule.id)` 的一个部分", en: "a part of rule `\(rule.id)`")
    }

    static func numberRange(from lower: Ratio?, to upper: Ratio?) -> Message {
        let (lower, upper) = (lower?.decimal, upper?.decimal)
        return Message(
            zh: "所算的数在 \(lower ?? "负无穷") 到 \(upper ?? "无穷") 之间",
            en: "the number is between \(lower ?? "minus infinity") and " + (upper ?? "infinity"))
    }

    /// `done` is the expression of the act's day.
    static func tooEarlyOrLate(_ done: String, first: Day, last: Day) -> Message {
        Message(
            zh: "例如：\(done) = \(last) 太早，\(done) = \(first) 太晚",
            en: "for example: \(done) = \(last) is too early, and \(first) too late")
    }

    static func runsFromItself(_ done: String) -> Message {
        Message(
            zh: "例如：\(done) = 2013-01-10，期限从同一天算起",
            en: "for example: \(done) = 2013-01-10, and time runs from that day")
    }

    static func noRow(of relation: Relation) -> Message {
        Message(
            zh: "例如：没有这样的 \(relation.name)",
            en: "for example: no such row of \(relation.name)")
    }
}
