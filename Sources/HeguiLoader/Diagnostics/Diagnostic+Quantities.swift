import HeguiDiagnostics
import HeguiPack

// What can be said about quantities: their bounds and limits.
extension Diagnostic {
    static func boundsMissing(of form: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`\(form)` 要有 `at_least`、`more_than`、`at_most` 或 `less_than`",
            en: "`\(form)` needs `at_least`, `more_than`, `at_most` or `less_than`")
    }

    /// `lower` is where the lower bound is written.
    static func boundsUnmeetable(at span: Span, lower: Span?) -> Diagnostic {
        Diagnostic(
            PackCode.boundsUnmeetable, at: .text(span),
            zh: "没有数能满足这些界限", en: "no number fulfils these bounds",
            secondary: [lower].compactMap { $0 }.map { span in
                Label(at: span, zh: "下限在这里", en: "the lower bound is here")
            })
    }

    static func boundNotWhole(_ bound: Ratio, of form: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.boundUnfit, at: .text(span),
            zh: "`\(form)` 的结果是整数，界限不会是 \(bound.decimal)",
            en: "`\(form)` gives a whole number, which \(bound.decimal) cannot bound",
            help: .shareOfRows)
    }

    /// `parameter` is of type ratio.
    static func boundIsShare(_ parameter: String, of form: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.boundUnfit, at: .text(span),
            zh: "`\(form)` 的结果是整数，参数 `\(parameter)` 却是比例",
            en: "`\(form)` gives a whole number, but parameter `\(parameter)` is a ratio",
            help: .shareOfRows)
    }

    static func boundAboveOne(_ bound: Ratio, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.boundUnfit, at: .text(span),
            zh: "`rate` 的结果不超过 1，界限不会是 \(bound.decimal)",
            en: "`rate` gives at most 1, which \(bound.decimal) cannot bound",
            help: Message(zh: "百分数写 `%`，如 95%", en: "write per cent with `%`, such as 95%"))
    }

    static func boundsOnOneSide(
        _ first: (key: String, span: Span), _ second: (key: String, span: Span)
    ) -> Diagnostic {
        Diagnostic(
            PackCode.boundsUnmeetable, at: .text(second.span),
            zh: "`\(first.key)` 和 `\(second.key)` 是同一侧的界限",
            en: "`\(first.key)` and `\(second.key)` bound the same side",
            secondary: [Label(at: first.span, zh: "另一个在这里", en: "the other is here")],
            help: Message(zh: "留下一个", en: "keep one of them"))
    }

    static func ceilingBelowFloor(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.boundsUnmeetable, at: .text(span),
            zh: "`ceiling` 低于 `floor`", en: "`ceiling` is below `floor`")
    }

    static func weightNegative(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "权重不能是负数", en: "a weight cannot be negative")
    }

    static func capNegative(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "封顶不能是负数", en: "a cap cannot be negative")
    }

    static func capWithoutDay(_ extent: Cap.Extent, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "`\(extent.rawValue)` 封顶要写明每行的日期 `by`",
            en: "a cap on a \(extent.rawValue) needs the day of a row, `by`")
    }

    static func capTooLong(_ extent: Cap.Extent, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "`\(extent.rawValue)` 不比所算的期间短，用 `total`",
            en: "`\(extent.rawValue)` is not shorter than what is counted, so use `total`")
    }

    static func spreadDistinct(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "按天分摊的值不能再用 `distinct`",
            en: "a value that is spread over days cannot be `distinct`")
    }

    static func spreadImpossible(_ form: String, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.limitMismatched, at: .text(span),
            zh: "`\(form)` 不能按天分摊，`by` 只能是一天",
            en: "`\(form)` cannot be spread over days, so `by` is one day")
    }

    static func rowDayUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`by` 是一天，或者 `[起, 止]`", en: "`by` is one day, or `[from, until]`")
    }

    /// `asked` names the types of column that the measure fits.
    static func measureMismatched(asked: Message, at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.resultMismatched, at: .text(span),
            zh: "这个 `measure` 要\(asked.zh)", en: "this `measure` needs \(asked.en)")
    }

    static func measureWithoutStart(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionMismatched, at: .text(span),
            zh: "只有 `streak` 才有开始的日子", en: "only a `streak` has a day on which it starts")
    }
}

// What can be said about the time over which a quantity is computed.
extension Diagnostic {
    static func divisionWithoutWindow(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`each` 和 `grace` 要和 `during` 一起用", en: "`each` and `grace` need `during`")
    }

    static func offsetWithoutPeriod(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.keysMismatched, at: .text(span),
            zh: "`offset` 要和 `period` 一起用", en: "`offset` needs `period`")
    }

    static func calendarDivisionTooLong(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.valueOutOfRange, at: .text(span),
            zh: "`each` 要比 `during` 的期间短",
            en: "`each` must be shorter than the period of `during`")
    }

    static func divisionTooLong(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionMismatched, at: .text(span),
            zh: "`each` 要比 `during` 的期间短",
            en: "`each` must be shorter than the period of `during`")
    }

    static func divisionEmpty(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionMismatched, at: .text(span),
            zh: "`each` 不能是 0", en: "`each` cannot be 0")
    }

    static func divisionWithoutBeginning(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionMismatched, at: .text(span),
            zh: "`each` 要有 `period` 或 `from`，才知道从哪里算起",
            en: "`each` needs `period` or `from` to know where it begins")
    }

    static func divisionWithoutFrom(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.divisionMismatched, at: .text(span),
            zh: "`each` 是期限时要从 `from` 算起", en: "an `each` that is a length needs `from`")
    }

    static func partialMissing(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.partialMismatched, at: .text(span),
            zh: "期间可能被截短，却没有 `partial`",
            en: "a period may be cut, but `partial` does not say what it asks then",
            help: Message(
                zh: "写 `keep`、`skip`、`{ skip_below: 1/2 }` 或 "
                    + "`{ pro_rate: month, rounding: up }`",
                en: "say `keep`, `skip`, `{ skip_below: 1/2 }` or "
                    + "`{ pro_rate: month, rounding: up }`"))
    }

    static func partialUncut(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.partialMismatched, at: .text(span),
            zh: "没有什么会截短期间，`partial` 没有意义",
            en: "nothing cuts a period here, so `partial` says nothing")
    }

    static func partialUnbounded(at span: Span) -> Diagnostic {
        Diagnostic(
            PackCode.partialMismatched, at: .text(span),
            zh: "`measure` 没有界限，`partial` 没有意义",
            en: "a `measure` has no bounds, so `partial` says nothing")
    }
}

extension Message {
    fileprivate static var shareOfRows: Message {
        Message(zh: "比例用 `rate`", en: "for a share of the rows, use `rate`")
    }
}
